// Calls an operation of the server by its name. Its path and its answer are typed by the
// description that the server gives of itself.
import { t } from '@/words';

import type { operations as Operations } from './generated/openapi';
import { operations } from './generated/operations';
import { fault_of, refusal_of, type ProblemAnswer } from './refusal';
import { session_keeper } from './session_keeper';

export type OperationId = keyof Operations;

// What an operation is given, looked up by its name: the types of one operation are small where
// those of all at once are more than the compiler takes.
type PathPart<O> = O extends { parameters: { path: infer P extends object } } ? { path: P } : unknown;
type QueryPart<O> = O extends { parameters: { query?: never } } ? unknown
  : O extends { parameters: { query: infer Q } } ? { query: Q }
  : O extends { parameters: { query?: infer Q } } ? { query?: Q } : unknown;
type Sent<O> = O extends { requestBody: { content: infer C } } ? C[keyof C] : never;
// A file goes out as it is; the description knows it as text.
type WithFiles<B> = { [Name in keyof B]: Name extends 'file' ? File : B[Name] };
type BodyPart<O> = [Sent<O>] extends [never] ? unknown
  : O extends { requestBody: { content: { 'multipart/form-data': infer B } } } ? { body: WithFiles<B> } : { body: Sent<O> };
type Flat<T> = unknown extends T ? Record<string, never> : { [Name in keyof T]: T[Name] };
type Inputs = { [Id in OperationId]: Flat<PathPart<Operations[Id]> & QueryPart<Operations[Id]> & BodyPart<Operations[Id]>> };
export type Input<Id extends OperationId> = Inputs[Id];
export type Body<Id extends OperationId> = Sent<Operations[Id]>;

type Content<R> = R extends { content: { 'application/json': infer A } } ? A : undefined;
export type Answer<Id extends OperationId> = Operations[Id] extends { responses: infer R }
  ? 200 extends keyof R ? Content<R[200]> : 201 extends keyof R ? Content<R[201]> : undefined
  : undefined;

type ItemsOf<A> = A extends { items: (infer I)[] } ? I : never;
export type ItemOf<Id extends OperationId> = ItemsOf<Answer<Id>>;

// What any operation may be given; forms and lists that are drawn from the table use this one.
export interface AnyInput {
  path?: Record<string, string | number>;
  query?: Record<string, unknown>;
  body?: Record<string, unknown>;
}

export function address_of(id: OperationId, input: AnyInput = {}): string {
  const path = operations[id].path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(input.path?.[name] ?? '')));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {})) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== null && each !== '') query.append(name, String(each));
    }
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

function body_of(id: OperationId, body: Record<string, unknown> | undefined): BodyInit | undefined {
  if (body === undefined) return undefined;
  if (!operations[id].is_form) return JSON.stringify(body);
  const form = new FormData();
  for (const [name, value] of Object.entries(body)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== null) form.append(name, each instanceof Blob ? each : String(each));
    }
  }
  return form;
}

async function send(id: OperationId, input: AnyInput): Promise<Response> {
  const info = operations[id];
  const headers = new Headers({ Accept: 'application/json, application/problem+json' });
  const token = session_keeper.csrf_token();
  if (info.method !== 'GET' && token !== undefined) headers.set('X-CSRF-Token', token);
  if (info.body !== null && !info.is_form) headers.set('Content-Type', 'application/json');
  try {
    return await fetch(address_of(id, input), {
      method: info.method,
      headers,
      body: body_of(id, input.body),
      credentials: 'same-origin',
    });
  } catch {
    throw fault_of(0, {
      title: t('shell.api_offline_title'), message: t('shell.api_offline'), hint: t('shell.api_offline_hint'),
    });
  }
}

async function refused(response: Response): Promise<never> {
  if ((response.headers.get('Content-Type') ?? '').startsWith('application/problem+json')) {
    throw refusal_of((await response.json()) as ProblemAnswer, response.status);
  }
  throw fault_of(response.status, {
    title: t('shell.api_fault_title'), message: t('shell.api_fault'), hint: t('shell.api_fault_hint'),
  });
}

const unauthorized = 401;

async function answered(id: OperationId, input: AnyInput): Promise<Response> {
  let response = await send(id, input);
  // The session has ended meanwhile: whoever sits there signs in over the page, and the call goes
  // out again. Nothing that was typed is lost.
  if (response.status === unauthorized && operations[id].permission !== 'public') {
    // Read to its end now: the connection would wait for that as long as nobody signs in.
    response = new Response(await response.blob(), response);
    if (await session_keeper.sign_in_again()) response = await send(id, input);
  }
  return response.ok ? response : refused(response);
}

const no_content = 204;

export async function call_any(id: OperationId, input: AnyInput = {}): Promise<unknown> {
  const response = await answered(id, input);
  return response.status === no_content ? undefined : response.json();
}

// The same, its input and its answer held to the types of the one operation.
type Call = <Id extends OperationId>(id: Id, input: Input<Id>) => Promise<Answer<Id>>;
export const call = call_any as unknown as Call;

// A file, saved under the name that the server gives it.
export async function download(id: OperationId, input: AnyInput = {}): Promise<void> {
  const response = await answered(id, input);
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('Content-Disposition') ?? '');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = named?.[1] === undefined ? '' : decodeURIComponent(named[1].replace(/\+/g, ' '));
  link.click();
  URL.revokeObjectURL(link.href);
}

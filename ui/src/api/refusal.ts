// What the server would not do, in its own words. Thrown by call(), shown by parts/problem_list.
import type { components } from './generated/openapi';

export type Problem = components['schemas']['Problem'];
export type ProblemAnswer = components['schemas']['ProblemAnswer'];
export type RefusalKind = 'invalid' | 'refused' | 'forbidden' | 'not_found' | 'conflict' | 'fault' | 'offline';

const kinds: readonly string[] = ['invalid', 'refused', 'forbidden', 'not_found', 'conflict'];

// "entry.text" → "text": a form shows the fields of the object that it sends.
export const last_part = (field: string | null | undefined): string => (field ?? '').split('.').at(-1) ?? '';

// What a form may call the field of a problem: "words.0.content" is the control of a row, "remind_at.0"
// a line of the control "remind_at".
export function names_of(field: string | null | undefined): string[] {
  const whole = (field ?? '').replace(/\.\d+$/, '');
  return [field ?? '', whole, last_part(whole)];
}

export class Refusal extends Error {
  constructor(
    readonly kind: RefusalKind,
    readonly title: string,
    readonly problems: readonly Problem[],
    readonly status: number = 0,
  ) {
    super(problems[0]?.message ?? title);
  }

  has(code: string): boolean {
    return this.problems.some((problem) => problem.code === code);
  }

  // The message at a field, in the words of the summary.
  at(field: string): string | undefined {
    return this.problems.find((problem) => names_of(problem.field).includes(field))?.message;
  }
}

export function refusal_of(answer: ProblemAnswer, status: number): Refusal {
  const kind = kinds.includes(answer.kind) ? (answer.kind as RefusalKind) : 'fault';
  // "words[0].content" → "words.0.content", as the controls are called.
  const problems = (answer.problems ?? []).map((each) => ({ ...each, field: each.field?.replace(/\[(\d+)\]/g, '.$1') }));
  return new Refusal(kind, answer.title, problems, status);
}

// An answer that is no problem document: the server or what stands before it has failed.
export function fault_of(status: number, words: { title: string; message: string; hint: string }): Refusal {
  const problem: Problem = { code: 'ui.no_answer', message: words.message, hint: words.hint };
  return new Refusal(status === 0 ? 'offline' : 'fault', words.title, [problem], status);
}

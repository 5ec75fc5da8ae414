// Makes the client of the API from the server's own description (docs/generated/openapi.json):
// the types of what is sent and answered, and a table of the operations with the labels of their
// fields, from which calls are made and forms drawn.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import openapiTS, { astToString } from 'openapi-typescript';

const from = new URL('../../docs/generated/openapi.json', import.meta.url);
const to = new URL('../src/api/generated/', import.meta.url);
const note = '// Made by build_tools/generate_api.js; not to be edited.\n';

const document = JSON.parse(readFileSync(from, 'utf8'));
const schemas = document.components.schemas;

function resolved(schema) {
  const open = schema.anyOf?.find((each) => each.type !== 'null') ?? schema;
  if (!open.$ref) return { schema: open };
  const name = open.$ref.split('/').at(-1);
  return { name, schema: schemas[name] };
}

// "draft：草稿；published：已发布" → [["draft", "草稿"], …]
function labelsOf(schema) {
  const lines = (schema.description ?? '').split('；');
  return schema.enum.map((key) => {
    const line = lines.find((each) => each.startsWith(`${key}：`));
    return [key, line ? line.slice(key.length + 1) : key];
  });
}

const enumerations = {};

function shapeOf(outer) {
  const { name, schema } = resolved(outer);
  const type = Array.isArray(schema.type) ? schema.type.find((each) => each !== 'null') : schema.type;
  if (schema.enum) {
    const choices = labelsOf(schema);
    if (name) enumerations[name] = Object.fromEntries(choices);
    return { shape: 'choice', choices };
  }
  if (type === 'array') return { shape: 'list', min: schema.minItems ?? 0, item: shapeOf(schema.items) };
  if (type === 'object') return { shape: 'object', fields: fieldsOf(schema) };
  if (type === 'boolean') return { shape: 'flag' };
  if (type === 'integer') return { shape: 'number', min: schema.minimum, max: schema.maximum };
  if (type !== 'string') return { shape: 'anything' };
  if (schema.contentMediaType) return { shape: 'file' };
  if (schema.format === 'date') return { shape: 'date' };
  if (schema.format === 'date-time') return { shape: 'moment' };
  if (schema.format === 'password') return { shape: 'secret' };
  const oneLineMax = 300;
  return { shape: schema.maxLength > oneLineMax ? 'long_text' : 'text', max: schema.maxLength };
}

function fieldsOf(schema) {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    label: property.title ?? name,
    is_required: required.has(name),
    ...shapeOf(property),
  }));
}

// What a list calls the fields of its items; nothing for an answer that is no list.
function labelsOfItems(answer) {
  const items = answer && resolved(answer).schema.properties?.items;
  const item = items?.items && resolved(items.items).schema;
  return item?.properties && Object.fromEntries(fieldsOf(item).map((each) => [each.name, each.label]));
}

const operations = {};
for (const [path, methods] of Object.entries(document.paths)) {
  for (const [method, operation] of Object.entries(methods)) {
    const content = operation.requestBody?.content ?? {};
    const kind = Object.keys(content)[0];
    const good = Object.entries(operation.responses).find(([status]) => status.startsWith('2'));
    operations[operation.operationId] = {
      method: method.toUpperCase(),
      path,
      summary: operation.summary,
      permission: operation['x-permission'],
      query: (operation.parameters ?? [])
        .filter((each) => each.in === 'query')
        .map((each) => ({
          name: each.name, label: each.description, is_required: each.required, ...shapeOf(each.schema),
        })),
      body: kind ? fieldsOf(resolved(content[kind].schema).schema) : null,
      is_form: kind === 'multipart/form-data',
      is_file: good !== undefined && !('application/json' in (good[1].content ?? { 'application/json': null })),
      labels: operation.operationId.startsWith('list_') ? labelsOfItems(good?.[1].content?.['application/json']?.schema) : undefined,
    };
  }
}
for (const [name, schema] of Object.entries(schemas)) {
  if (schema.enum) enumerations[name] = Object.fromEntries(labelsOf(schema));
}

mkdirSync(to, { recursive: true });
const types = astToString(await openapiTS(document, { alphabetize: false }));
writeFileSync(fileURLToPath(new URL('openapi.d.ts', to)), note + types);
writeFileSync(
  fileURLToPath(new URL('operations.ts', to)),
  `${note}import type { OperationInfo } from '../operation_info';
import type { operations as Operations } from './openapi';

export const operations: Record<keyof Operations, OperationInfo> = ${JSON.stringify(operations)};

// The labels of every enumeration of the server.
export const enumerations = ${JSON.stringify(enumerations)} as const;
`,
);

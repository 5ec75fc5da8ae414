// What a letter says, as its form holds it and as the server takes it.
import type { Answer } from '@/api/call';

type Letter = Answer<'get_letter'>;
type Values = Record<string, unknown>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const lines = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

export const form_values = (letter: Letter): Values => ({
  title: letter.text.title, addressee: letter.text.addressee, paragraphs: letter.text.paragraphs,
  attachments: letter.text.attachments, note: letter.text.note,
});

export const preview_body = (values: Values) => ({
  title: text(values['title']), addressee: text(values['addressee']), paragraphs: lines(values['paragraphs']),
  attachments: lines(values['attachments']), note: text(values['note']),
});

// Which fields of the one body an act on a letter asks for; those in the first list must be filled.
const acts: Record<string, { needed: string[]; more: string[] }> = {
  send_back: { needed: ['comment'], more: [] },
  sign_off: { needed: [], more: ['dated_on'] },
  deliver: { needed: ['route', 'handed_over_on'], more: ['signed_for_on', 'tracking_number'] },
  sign_for: { needed: ['delivery_number', 'signed_for_on'], more: [] },
  cancel: { needed: ['comment'], more: [] },
};

export function fields_of_act<Field extends { name: string }>(action: string, known: Field[]): (Field & { is_required: boolean })[] {
  const asked = acts[action] ?? { needed: [], more: [] };
  return [...asked.needed, ...asked.more].flatMap((name) => known.filter((field) => field.name === name)
    .map((field) => ({ ...field, is_required: asked.needed.includes(name) })));
}

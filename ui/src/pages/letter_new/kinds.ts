// The kinds of letters in the order in which they are looked for, and their values as the server
// takes them.
import { enumerations } from '@/api/generated/operations';

export type LetterKind = keyof typeof enumerations.LetterKind;

const on_the_way: LetterKind[] = ['acknowledgement', 'correction_notice', 'reasons_request', 'extension_notice', 'deferral_notice',
  'third_party_consultation', 'consultation_notice', 'joint_agency_consultation', 'third_party_notice', 'fee_notice'];
const at_the_end: LetterKind[] = ['withdrawal_confirmation', 'record_amendment'];
const answers = (Object.keys(enumerations.LetterKind) as LetterKind[])
  .filter((kind) => !on_the_way.includes(kind) && !at_the_end.includes(kind));

export const kind_groups = [
  { label: 'letters.group_answers', kinds: answers },
  { label: 'letters.group_way', kinds: on_the_way },
  { label: 'letters.group_end', kinds: at_the_end },
] as const;

// Every value is a text; what is left empty is left out.
export function texts_of(values: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([key, value]) => [key, String(value)]));
}

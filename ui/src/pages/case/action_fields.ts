// The fields of an act, as its form shows them, and what is sent of them.
import type { FieldInfo } from '@/api/operation_info';
import { t } from '@/words';

type Values = Record<string, unknown>;
interface FieldUse { field: string; label: string; is_required: boolean }

// Money is kept in fen and written in yuan.
const money = 'amount_fen';
const fen_of_yuan = 100;

// A case to amend a record ends with what became of the record, every other with an outcome.
const result_of: Record<string, string> = { outcome: 'disclosure', amendment_result: 'record_amendment' };

export function fields_of(uses: FieldUse[], known: FieldInfo[], kind: string): FieldInfo[] {
  return uses.flatMap((use) => {
    const field = known.find((each) => each.name === use.field);
    const only = result_of[use.field];
    if (field === undefined || (only !== undefined && only !== kind)) return [];
    const shown = { ...field, label: use.label, is_required: use.is_required || only === kind };
    return [field.name === money ? { ...shown, shape: 'text' as const, label: t('applications.in_yuan', { label: use.label }) } : shown];
  });
}

// "12.5" → 1250. What is no amount goes as it was typed: the server says what is wrong with it.
export function fen_of(yuan: unknown): unknown {
  const text = String(yuan).trim().replace(/[元,，]/g, '');
  return /^\d{1,12}(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * fen_of_yuan) : yuan;
}

// A choice is a text; the number of a record is a number.
export function entry_of(values: Values): Values {
  const entry = { ...values };
  if (entry[money] !== undefined) entry[money] = fen_of(entry[money]);
  if (entry['event_number'] !== undefined) entry['event_number'] = Number(entry['event_number']);
  return entry;
}

// How a reconsideration or lawsuit is shown: only words and order; dates and stages are the server's.
import type { Answer } from '@/api/call';
import { enumerations, operations } from '@/api/generated/operations';
import type { FieldInfo } from '@/api/operation_info';
import type { TimelineEntry } from '@/parts/time_line.vue';
import { t } from '@/words';

export type RemedyDetail = Answer<'get_remedy'>;
export type RemedyActItem = RemedyDetail['acts'][number];

const result_actions = ['record_decision', 'record_final_ruling'];

// The last result that stands.
export const result_of = (of: RemedyDetail): RemedyActItem | undefined =>
  of.acts.filter((act) => act.stands && result_actions.includes(act.action)).at(-1);

export const is_reply_ordered = (of: RemedyDetail): boolean =>
  of.acts.some((act) => act.stands && act.action === 'order_new_reply');

function words_of(act: RemedyActItem): string {
  const entry = act.entry;
  return [
    entry.decision ? enumerations.ReconsiderationDecision[entry.decision] : '',
    entry.ruling ? enumerations.LitigationRuling[entry.ruling] : '',
    entry.counted ? `${t('remedies.counted')}：${enumerations.CountedAs[entry.counted]}` : '',
    entry.counted_reason,
    entry.is_simplified === true ? t('remedies.simplified') : '',
    entry.days ? t('remedies.extended', { days: entry.days }) : '',
    entry.due_on ? t('remedies.until', { date: entry.due_on }) : '',
    entry.reference ? t('remedies.reference', { text: entry.reference }) : '',
    entry.text,
    (entry.files ?? []).length > 0 ? t('remedies.files', { count: entry.files?.length ?? 0 }) : '',
  ].filter((each) => each !== undefined && each !== '').join('\n');
}

export const timeline_of = (of: RemedyDetail): TimelineEntry[] => of.acts.map((act, index) => ({
  when: act.on,
  title: act.stands ? act.label : t('remedies.cancelled', { label: act.label }),
  text: words_of(act),
  by: act.actor_name,
  state: index === of.acts.length - 1 && of.stage !== 'closed' ? 'now' : 'past',
}));

const known: FieldInfo[] = operations.act_on_remedy.body?.find((field) => field.name === 'entry')?.fields ?? [];

// What the form of an act asks: the server names the fields of each act. Of a decision and a ruling
// only the one that this kind of case has.
export function fields_of(of: RemedyDetail, action: string): FieldInfo[] {
  const other = of.group === 'reconsideration' ? 'ruling' : 'decision';
  return of.action_fields.filter((use) => use.action === action && use.field !== other).flatMap((use) => {
    const field = known.find((each) => each.name === use.field);
    const is_result = use.field === 'decision' || use.field === 'ruling';
    return field === undefined ? [] : [{ ...field, label: use.label, is_required: use.is_required || is_result }];
  });
}

// How an application is shown: only words and order; every date and count is the server's.
import type { Answer } from '@/api/call';
import { enumerations } from '@/api/generated/operations';
import type { DayKind, DayWeek } from '@/parts/days_band.vue';
import type { TimelineEntry } from '@/parts/time_line.vue';
import type { TraceStep } from '@/parts/trace_table.vue';
import { t } from '@/words';

export type CaseDetail = Answer<'get_case'>;
export type CaseAction = CaseDetail['actions'][number];

const month_day = (date: string): string => date.slice(5);

export function sentence_of(of: CaseDetail): string {
  const clock = of.clock;
  if (!clock) return t('applications.due_none');
  return of.reply_due_on ? t('applications.used_left', { used: clock.used, left: clock.left }) : clock.label;
}

// Where the state says what the clock says already, one of them is enough.
const stand_of = (state: string, clock: string): string => (clock.startsWith(state) ? clock : t('applications.stand', { state, clock }));

// The page opens with where the case stands, in one sentence.
export function state_sentence_of(of: CaseDetail): string {
  const state = enumerations.CaseState[of.state];
  if (of.outcome && of.concluded_on) {
    const outcome = enumerations.Outcome[of.outcome].replace('“', '‘').replace('”', '’');  // Quoted within a quotation.
    const answered = { state, date: of.concluded_on, outcome };
    return of.timeliness
      ? t('applications.sentence_answered_when', { ...answered, timeliness: enumerations.Timeliness[of.timeliness] })
      : t('applications.sentence_answered', answered);
  }
  if (!of.reply_due_on || !of.clock) return t('applications.sentence_no_date', { stand: stand_of(state, of.clock?.label ?? t('applications.due_none')) });
  return t('applications.sentence_due', { stand: stand_of(state, of.clock.label), date: of.reply_due_on, left: of.urgency_text });
}

const given_of = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== ''));

// What a form begins with where there is something already: a registration that is put right, an
// answer that was sent back.
export function there_of(of: CaseDetail, action: string | undefined): Record<string, unknown> {
  const events = of.events.filter((event) => !event.is_cancelled);
  const last = (...actions: string[]): CaseDetail['events'][number] | undefined => events.filter((event) => actions.includes(event.action)).at(-1);
  if (action === 'amend_registration') {
    const registered = last('submit', 'register_application', 'amend_registration')?.entry;
    return given_of({ channel: of.channel, on: of.submitted_on, signed_on: registered?.signed_on, confirmed_on: last('confirm_receipt')?.on ?? registered?.confirmed_on });
  }
  const sent_back = last('draft_decision', 'reopen');
  if (action !== 'draft_decision' || sent_back?.action !== 'draft_decision') return {};
  const { outcome, amendment_result, text, withheld, reference } = sent_back.entry;
  return given_of({ outcome, amendment_result, text, withheld, reference });
}

export const is_judged = (of: CaseDetail): boolean => of.state === 'in_review' || of.state === 'awaiting_signature';

// An extension that this reader is to decide on.
export function asked_extension_of(of: CaseDetail): CaseDetail['events'][number] | undefined {
  if (!of.actions.some((each) => each.action === 'consent_to_extension' && each.is_allowed)) return undefined;
  return of.events.filter((event) => event.action === 'request_extension' && !event.is_cancelled).at(-1);
}

// An answer that was sent back, until it is drafted anew.
export function sent_back_of(of: CaseDetail): CaseDetail['events'][number] | undefined {
  const last = of.events.filter((event) => ['draft_decision', 'send_back_decision', 'reopen'].includes(event.action) && !event.is_cancelled).at(-1);
  return last?.action === 'send_back_decision' ? last : undefined;
}

// While an answer is judged: the letter that it is, where it is one of ours.
export function judged_letter_of(of: CaseDetail): string | undefined {
  if (!is_judged(of)) return undefined;
  const drafted = of.events.filter((event) => event.action === 'draft_decision' && !event.is_cancelled).at(-1);
  const reference = drafted?.entry.reference ?? '';
  return /^[0-9a-z]{26}$/.test(reference) ? reference : undefined;
}

const kinds: Record<string, DayKind> = { used: 'used', left: 'left', excluded: 'off', over: 'over' };

// Rest days are not shown.
export const band_weeks = (of: CaseDetail): DayWeek[] => (of.clock?.weeks ?? [])
  .map((week) => week.flatMap((day) => {
    const kind = kinds[day.kind];
    return kind === undefined ? [] : [{ date: day.date, kind, is_today: day.is_today }];
  }))
  .filter((days) => days.length > 0)
  .map((days) => ({ label: month_day(days[0]?.date ?? ''), days }));

const shown_dates_max = 3;

export function trace_steps(of: CaseDetail): TraceStep[] {
  const steps: TraceStep[] = (of.clock?.trace ?? []).map((step) => ({
    text: step.text,
    date: step.dates.length <= shown_dates_max ? step.dates.join('、') : '',
    basis: [step.basis, step.reading === '' ? '' : t('applications.reading', { number: step.reading })]
      .filter((each) => each !== '').join('；'),
  }));
  const due_on = of.reply_due_on;
  if (due_on) steps.push({ text: t('applications.reply_due_on'), date: due_on, basis: '', is_result: true });
  return steps;
}

// `letters`: how the letters of the case are called, by their ids.
export function timeline_of(of: CaseDetail, letters: Record<string, string>): TimelineEntry[] {
  const last = of.events.length - 1;
  const entries = of.events.map((event, index): TimelineEntry => ({
    when: event.on === event.at.slice(0, 10) ? event.at.slice(0, 16).replace('T', ' ') : event.on,
    title: event.is_cancelled ? t('applications.cancelled_event', { label: event.label }) : event.label,
    text: event.lines.map((line) => `${line.label}：${letters[line.text] ?? line.text}`).join('\n'),
    by: event.actor_name,
    state: index === last && !of.concluded_on ? 'now' : 'past',
  }));
  const due_on = of.reply_due_on;
  if (due_on && !of.concluded_on) {
    entries.push({ when: t('applications.latest', { date: month_day(due_on) }), title: t('applications.timeline_next_due'), state: 'next' });
  }
  return entries;
}

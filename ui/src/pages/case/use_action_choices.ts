// What must be looked up for the fields of an act: the records that it may follow, the letters that
// it may send, the units of the agency.
import { computed, type ComputedRef } from 'vue';

import { call, type Answer } from '@/api/call';
import { enumerations } from '@/api/generated/operations';
import { use_loaded } from '@/parts/use_loaded';
import { t } from '@/words';

import type { CaseDetail } from './view';

type Choices = Record<string, [string, string][]>;
type Letter = Answer<'list_letters'>['items'][number];

const of_consultation = ['record_consultation_delivery', 'record_opinion', 'tell_third_party'];
const of_task = ['sign_for_task', 'forward_task', 'return_task', 'record_search'];
// These take a letter of the case; the reference of others is a number that is written.
const with_letter = ['ask_for_correction', 'consult', 'tell_third_party', 'notify_extension', 'ask_for_reasons', 'defer_reply',
  'notify_fee', 'draft_decision'];

// The server says which of them the act may follow.
export function records(of: CaseDetail, action: string): [string, string][] {
  const numbers = of.actions.find((each) => each.action === action)?.records ?? [];
  const may_follow = (each: { event_number: number }): boolean => numbers.includes(each.event_number);
  if (of_consultation.includes(action)) {
    return of.consultations.filter(may_follow).map((each) => [String(each.event_number), `${each.party}（${enumerations.Consulted[each.consulted]}，${each.sent_on}）`]);
  }
  if (of_task.includes(action)) {
    return of.tasks.filter(may_follow).map((each) => [String(each.event_number), `${each.unit_name ?? each.unit}：${each.text}`]);
  }
  return of.events.filter((event) => !event.is_cancelled).map((event) => [String(event.number), `${event.on} ${event.label}`]);
}

const letter_words = (letter: Letter): string =>
  [letter.kind_label, letter.number ?? '', letter.status_label].filter((each) => each !== '').join('，');

export function use_action_choices(of: () => CaseDetail, action: () => string): ComputedRef<Choices> {
  const agency = use_loaded(() => call('get_agency', { path: { agency: of().agency } }), () => of().agency);
  const letters = use_loaded(() => call('list_letters', { path: { case: of().id } }), () => [of().id, of().version]);
  return computed(() => {
    const choices: Choices = {
      event_number: records(of(), action()),
      unit: (agency.value.value?.units ?? []).filter((unit) => !unit.valid_to).map((unit): [string, string] => [unit.code, unit.name]),
    };
    if (with_letter.includes(action())) {
      const there = (letters.value.value?.items ?? []).filter((each) => each.status !== 'cancelled');
      choices['reference'] = there.map((each): [string, string] => [each.id, letter_words(each)]);
      if (there.length === 0) choices['reference'] = [['', t('applications.no_letter_yet')]];
    }
    return choices;
  });
}

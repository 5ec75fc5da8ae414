// The usual words that an agency keeps (常用词条), for the text of an act.
import { computed, type ComputedRef } from 'vue';

import { call } from '@/api/call';

import { use_loaded } from './use_loaded';

// Every act that asks for a text has a list of words: its own, or the notes on handling.
const own: Record<string, string> = {
  send_back_decision: 'send_back_comment', send_back: 'send_back_comment', return_task: 'send_back_comment',
  record_search: 'search_scope', ask_for_correction: 'correction_wanted',
};

export const dictionary_of = (action: string): string => own[action] ?? 'handling_note';

// By field, as a form takes them; nothing before an agency and an act are known.
export function use_offered_words(agency: () => string | undefined, action: () => string | undefined, field: string): ComputedRef<Record<string, string[]>> {
  const dictionary = use_loaded(async () => {
    const [of, act] = [agency(), action()];
    return of && act ? call('read_dictionary', { path: { agency: of, dictionary: dictionary_of(act) } }) : null;
  }, () => [agency(), action()]);
  return computed(() => ({ [field]: (dictionary.value.value?.words ?? []).filter((each) => each.is_offered).map((each) => each.content) }));
}

// Added as a line of its own to what is typed already.
export const with_words = (typed: unknown, words: string): string =>
  [String(typed ?? '').trimEnd(), words].filter((each) => each !== '').join('\n');

// The numbers at the start of the day and in the menu: each the length of the list that it opens,
// as the server counts it.
import { defineStore } from 'pinia';
import { ref } from 'vue';

import { call, type Answer } from '@/api/call';
import { Refusal } from '@/api/refusal';

export type Counter = Answer<'count_todo'>['counters'][number];

export const use_counters = defineStore('counters', () => {
  const counters = ref<Counter[]>([]);
  const count = (key: string): number => counters.value.find((each) => each.key === key)?.count ?? 0;

  // Where they cannot be had the ones of before stay: a number is no reason to stop working.
  async function load(): Promise<void> {
    try {
      counters.value = (await call('count_todo', {})).counters;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }

  return { counters, count, load };
});

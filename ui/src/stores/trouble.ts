// What was refused where no form was there to say so: told above the page until it is left.
import { defineStore } from 'pinia';
import { ref } from 'vue';

import type { Refusal } from '@/api/refusal';

export const use_trouble = defineStore('trouble', () => {
  const refusal = ref<Refusal | null>(null);
  const tell = (next: Refusal): void => { refusal.value = next; };
  const forget = (): void => { refusal.value = null; };
  return { refusal, tell, forget };
});

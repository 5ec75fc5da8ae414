// Something that is read from the server when its page opens, and again when asked.
import { ref, watch, type Ref } from 'vue';

import { Refusal } from '@/api/refusal';

export interface Loaded<T> {
  value: Ref<T | null>;
  refusal: Ref<Refusal | null>;
  is_loading: Ref<boolean>;
  reload: () => Promise<void>;
}

// Reads again whenever what `read` looks at through `source` changes.
export function use_loaded<T>(read: () => Promise<T>, source?: () => unknown): Loaded<T> {
  const value = ref<T | null>(null) as Ref<T | null>;
  const refusal = ref<Refusal | null>(null) as Ref<Refusal | null>;
  const is_loading = ref(false);
  let newest = 0;
  async function reload(): Promise<void> {
    const mine = ++newest;
    is_loading.value = true;
    try {
      const answer = await read();
      if (mine !== newest) return;
      value.value = answer;
      refusal.value = null;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (mine === newest) refusal.value = error;
    } finally {
      if (mine === newest) is_loading.value = false;
    }
  }
  watch(source ?? (() => 0), () => void reload(), { immediate: true, deep: true });
  return { value, refusal, is_loading, reload };
}

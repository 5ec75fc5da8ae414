// What is typed into a form, kept at the server while it is typed: it survives an expired session, a
// closed window and a change of machine. Nothing of it stays in the browser.
import { onBeforeUnmount, ref, watch, type Ref } from 'vue';

import { call } from '@/api/call';
import { Refusal } from '@/api/refusal';
import { t } from '@/words';

import { moment_text } from './value_text';

type Values = Record<string, unknown>;

export interface Draft {
  state: Ref<string>;
  // When the draft was saved that was found and filled in; empty where none was.
  found_at: Ref<string>;
  drop: () => Promise<void>;
  forget: (initial: Values) => void;
}

const conflict = 409;
const pause_ms = 1200;

const keepable = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => !(value instanceof Blob)));

// `key` is "kind/name"; nothing: the form keeps no draft.
export function use_draft(key: string | undefined, values: Ref<Values>): Draft {
  const state = ref('');
  const found_at = ref('');
  const [kind = '', name = ''] = (key ?? '').split('/');
  const path = { kind, name };
  let version = 0;
  let saved = '';
  let timer = 0;

  async function load(): Promise<void> {
    const started = JSON.stringify(keepable(values.value));
    saved = started;
    try {
      const draft = await call('read_draft', { path });
      version = draft.version;
      // Whoever has typed already keeps that.
      if (version === 0 || JSON.stringify(keepable(values.value)) !== started) return;
      values.value = { ...values.value, ...(draft.content as Values) };
      saved = JSON.stringify(keepable(values.value));
      found_at.value = moment_text(draft.saved_at);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      state.value = t('parts.draft_unsaved');
    }
  }

  async function save(): Promise<void> {
    const content = keepable(values.value);
    const text = JSON.stringify(content);
    if (text === saved) return;
    state.value = t('parts.draft_saving');
    try {
      const draft = await call('save_draft', { path, body: { version, content } });
      version = draft.version;
      saved = text;
      state.value = t('parts.draft_saved', { time: moment_text(draft.saved_at).slice(11) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      state.value = error.status === conflict ? t('parts.draft_elsewhere') : t('parts.draft_unsaved');
    }
  }

  async function drop(): Promise<void> {
    window.clearTimeout(timer);
    saved = JSON.stringify(keepable(values.value));
    if (key === undefined || version === 0) return;
    version = 0;
    await call('drop_draft', { path });
  }

  function forget(initial: Values): void {
    values.value = { ...initial };
    found_at.value = '';
    void drop();
  }

  if (key !== undefined) {
    void load();
    watch(values, () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void save(), pause_ms);
    }, { deep: true });
    onBeforeUnmount(() => {
      window.clearTimeout(timer);
      if (version > 0 || state.value !== '') void save();
    });
  }
  return { state, found_at, drop, forget };
}

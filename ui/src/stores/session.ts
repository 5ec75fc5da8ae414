// Who is signed in, and for which agency. What the session may do, the server says; nothing here
// decides it.
import { defineStore } from 'pinia';
import { computed, ref } from 'vue';

import { call_any, type Answer } from '@/api/call';
import { session_keeper } from '@/api/session_keeper';

type SessionAnswer = Answer<'get_session'>;

const kept_agency = 'gongkai.agency';

export const use_session = defineStore('session', () => {
  const answer = ref<SessionAnswer | null>(null);
  const agency = ref('');
  const is_asking_again = ref(false);
  let waiting: ((is_signed_in: boolean) => void)[] = [];

  const state = computed(() => answer.value?.state ?? 'signed_out');
  const is_full = computed(() => state.value === 'full');
  const agencies = computed(() => (answer.value?.agencies ?? []));
  const here = computed(() => agencies.value.find((each) => each.code === agency.value));
  const may = (permission: string): boolean =>
    is_full.value && (permission === 'sign_in' || (here.value?.permissions ?? []).includes(permission));

  const display_name = computed(() => answer.value?.display_name ?? '');
  const login_name = computed(() => answer.value?.login_name ?? '');
  const role_words = computed(() => here.value?.role_words ?? '');
  const agency_name = computed(() => here.value?.name ?? '');

  function take(next: SessionAnswer | null): void {
    answer.value = next;
    const codes = agencies.value.map((each) => each.code);
    const kept = sessionStorage.getItem(kept_agency) ?? '';
    agency.value = codes.includes(kept) ? kept : codes[0] ?? '';
  }

  function choose_agency(code: string): void {
    agency.value = code;
    sessionStorage.setItem(kept_agency, code);
  }

  async function load(): Promise<void> {
    take((await call_any('get_session')) as SessionAnswer);
  }

  async function sign_out(): Promise<void> {
    await call_any('sign_out');
    take(null);
  }

  // Asked by a call whose session has ended; the dialog answers.
  function sign_in_again(): Promise<boolean> {
    is_asking_again.value = true;
    return new Promise((resolve) => waiting.push(resolve));
  }

  function answered_again(is_signed_in: boolean): void {
    is_asking_again.value = false;
    for (const resolve of waiting) resolve(is_signed_in);
    waiting = [];
  }

  session_keeper.csrf_token = () => answer.value?.csrf_token ?? undefined;
  session_keeper.sign_in_again = sign_in_again;

  return {
    answer, state, is_full, agency, agencies, here, may, is_asking_again, take, choose_agency, load,
    sign_out, answered_again, display_name, login_name, role_words, agency_name,
  };
});

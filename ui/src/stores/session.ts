// Who is signed in, and for which agency. What the session may do, the server says; nothing here
// decides it.
import { defineStore } from 'pinia';
import { computed, ref } from 'vue';

import { call, type Answer } from '@/api/call';
import { session_keeper } from '@/api/session_keeper';
import { t } from '@/words';

type SessionAnswer = Answer<'get_session'>;

const kept_agency = 'gongkai.agency';

export const use_session = defineStore('session', () => {
  const answer = ref<SessionAnswer | null>(null);
  const agency = ref('');
  const is_asking_again = ref(false);
  // How far a sign-in over the page has come; until it is through, the page below stands as it did.
  const again = ref<SessionAnswer | null>(null);
  let waiting: ((is_signed_in: boolean) => void)[] = [];

  const state = computed(() => answer.value?.state ?? 'signed_out');
  const sign_in_state = computed(() => (is_asking_again.value ? again.value?.state ?? 'signed_out' : state.value));
  const is_full = computed(() => state.value === 'full');
  const agencies = computed(() => (answer.value?.agencies ?? []));
  const here = computed(() => agencies.value.find((each) => each.code === agency.value));
  const may = (permission: string): boolean =>
    is_full.value && (permission === 'sign_in' || (here.value?.permissions ?? []).includes(permission));

  // For another agency than the chosen one: of a tree, its rows.
  const may_for = (permission: string, code: string): boolean =>
    is_full.value && (agencies.value.find((each) => each.code === code)?.permissions ?? []).includes(permission);

  const display_name = computed(() => answer.value?.display_name ?? '');
  const login_name = computed(() => answer.value?.login_name ?? '');
  const roles = computed(() => answer.value?.roles ?? []);
  const acting_role = computed(() => answer.value?.acting_role ?? undefined);
  // The role that was chosen has ended: nothing may be done until there is another choice.
  const is_role_over = computed(() => answer.value?.is_role_over ?? false);
  const role_words = computed(() => {
    if (is_role_over.value) return t('shell.role_over');
    const words = here.value?.role_words ?? '';
    return acting_role.value === undefined ? words : t('shell.only_in_role', { role: words });
  });
  const agency_name = computed(() => here.value?.name ?? '');

  function take(next: SessionAnswer | null): void {
    again.value = null;
    if (is_asking_again.value && next?.state !== 'full') {
      again.value = next;
      return;
    }
    answer.value = next;
    const codes = agencies.value.map((each) => each.code);
    const kept = sessionStorage.getItem(kept_agency) ?? '';
    agency.value = codes.includes(kept) ? kept : codes[0] ?? '';
  }

  function choose_agency(code: string): void {
    agency.value = code;
    sessionStorage.setItem(kept_agency, code);
  }

  async function load(): Promise<SessionAnswer['state']> {
    const next = await call('get_session', {});
    take(next);
    return next.state;
  }

  // In all roles again where none is named.
  async function act_in(holding: string | undefined): Promise<void> {
    await call('act_in_role', { body: { holding } });
    await load();
  }

  async function sign_out(): Promise<void> {
    await call('sign_out', {});
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

  session_keeper.csrf_token = () => (again.value ?? answer.value)?.csrf_token ?? undefined;
  session_keeper.sign_in_again = sign_in_again;

  return {
    answer, state, sign_in_state, is_full, agency, agencies, here, may, may_for, is_asking_again, take, choose_agency, load,
    roles, acting_role, is_role_over, act_in, sign_out, answered_again, display_name, login_name, role_words, agency_name,
  };
});

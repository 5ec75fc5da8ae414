// The units of the agency, which roles may be limited to, by their names.
import { computed, type ComputedRef } from 'vue';

import { call } from '@/api/call';
import { use_loaded } from '@/parts/use_loaded';
import { use_session } from '@/stores/session';
import { t } from '@/words';

export interface Units {
  name_of: (code: string | null | undefined) => string;
  choices: ComputedRef<[string, string][]>;
}

export function use_units(): Units {
  const session = use_session();
  const agency = use_loaded(() => call('get_agency', { path: { agency: session.agency } }), () => session.agency);
  const units = computed(() => agency.value.value?.units ?? []);
  return {
    name_of: (code) => (code ? units.value.find((unit) => unit.code === code)?.name ?? code : t('administration.whole_agency')),
    choices: computed(() => units.value.filter((unit) => !unit.valid_to).map((unit): [string, string] => [unit.code, unit.name])),
  };
}

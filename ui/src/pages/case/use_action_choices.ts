// What must be looked up for the fields of an act: the events that it may follow, the units of the
// agency.
import { computed, type ComputedRef } from 'vue';

import { call } from '@/api/call';
import { use_loaded } from '@/parts/use_loaded';

import type { CaseDetail } from './view';

export function use_action_choices(of: () => CaseDetail): ComputedRef<Record<string, [string, string][]>> {
  const agency = use_loaded(() => call('get_agency', { path: { agency: of().agency } }), () => of().agency);
  return computed(() => ({
    event_number: of().events.filter((event) => !event.is_cancelled)
      .map((event): [string, string] => [String(event.number), `${event.on} ${event.label}`]),
    unit: (agency.value.value?.units ?? []).filter((unit) => !unit.valid_to).map((unit): [string, string] => [unit.code, unit.name]),
  }));
}

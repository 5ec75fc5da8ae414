// Figures that are typed into a report: kept as a draft with every stroke, sent to the report when a
// cell is left. Where another was faster, both sides are shown and nothing typed is lost.
import { ref, watch, type Ref } from 'vue';

import { call } from '@/api/call';
import { Refusal } from '@/api/refusal';
import { use_draft } from '@/parts/use_draft';
import { moment_text } from '@/parts/value_text';
import { t } from '@/words';

import type { Report } from './relations';

type Values = Record<string, string>;
export interface OtherSide { cell: string; mine: string; theirs: string }

export interface ReportTyping {
  report: Ref<Report | null>;
  values: Ref<Values>;
  state: Ref<string>;
  refusal: Ref<Refusal | null>;
  load_refusal: Ref<Refusal | null>;
  theirs: Ref<OtherSide[] | null>;
  load: () => Promise<void>;
  type: (typed: Values) => void;
  save: () => Promise<void>;
  keep: (cell: string, side: 'mine' | 'theirs') => void;
}

const printed_of = (report: Report): Values => Object.fromEntries(report.cells.map((cell) => [cell.cell, cell.printed]));

export function use_report_typing(which: () => { agency: string; year: number }): ReportTyping {
  const report = ref<Report | null>(null);
  const values = ref<Values>({});
  const typed = ref<Record<string, unknown>>({});  // What is not in the report yet.
  const state = ref('');
  const refusal = ref<Refusal | null>(null);
  const load_refusal = ref<Refusal | null>(null);
  const theirs = ref<OtherSide[] | null>(null);
  const place = which();
  const draft = use_draft(`report-cells/${place.agency}-${place.year}`, typed);
  let sending: Promise<void> = Promise.resolve();

  function show(next: Report): void {
    report.value = next;
    values.value = { ...printed_of(next), ...(typed.value as Values) };
  }

  async function load(): Promise<void> {
    try {
      show(await call('read_annual_report', { path: which() }));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      load_refusal.value = error;
    }
  }

  function type(changed: Values): void {
    values.value = { ...values.value, ...changed };
    typed.value = { ...typed.value, ...changed };
    theirs.value = theirs.value?.map((each) => ({ ...each, mine: changed[each.cell] ?? each.mine })) ?? null;
    state.value = t('reports.unsaved');
  }

  // What is typed and not asked about: a cell that another has changed waits for the answer.
  function to_send(): Values {
    const asked = theirs.value?.map((each) => each.cell) ?? [];
    return Object.fromEntries(Object.entries(typed.value as Values).filter(([cell]) => !asked.includes(cell)));
  }

  // Both sides are asked about where the other has changed a cell that was typed here too; what only
  // one of them has changed needs no question and goes out again.
  async function meet_conflict(): Promise<void> {
    const base = report.value === null ? {} : printed_of(report.value);
    const now = await call('read_annual_report', { path: which() });
    const kept = printed_of(now);
    const mine = typed.value as Values;
    const was_asked = theirs.value?.map((each) => each.cell) ?? [];
    const asked = Object.keys(mine).filter((cell) => mine[cell] !== kept[cell] && (was_asked.includes(cell) || kept[cell] !== base[cell]))
      .map((cell) => ({ cell, mine: mine[cell] ?? '', theirs: kept[cell] ?? '' }));
    show(now);
    refusal.value = null;
    theirs.value = asked.length > 0 ? asked : null;
    await send();
  }

  async function send(): Promise<void> {
    const sent = to_send();
    if (report.value === null || Object.keys(sent).length === 0) return;
    refusal.value = null;
    try {
      const cells = Object.entries(sent).map(([cell, printed]) => ({ cell, printed }));
      const next = await call('edit_annual_report', { path: which(), body: { version: report.value.version, cells } });
      typed.value = Object.fromEntries(Object.entries(typed.value).filter(([cell, value]) => sent[cell] !== value));
      show(next);
      state.value = theirs.value ? t('reports.unsaved') : t('reports.saved_at', { time: moment_text(next.acts.at(-1)?.at) });
      if (Object.keys(typed.value).length === 0) await draft.drop();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusal.value = error;
      state.value = t('reports.unsaved');
      if (error.kind === 'conflict') await meet_conflict();
    }
  }

  function save(): Promise<void> {
    sending = sending.then(send);
    return sending;
  }

  function keep(cell: string, side: 'mine' | 'theirs'): void {
    const other = theirs.value?.find((each) => each.cell === cell);
    if (other && side === 'theirs') {
      typed.value = Object.fromEntries(Object.entries(typed.value).filter(([name]) => name !== cell));
      values.value = { ...values.value, [cell]: other.theirs };
    }
    theirs.value = (theirs.value ?? []).filter((each) => each.cell !== cell);
    if (theirs.value.length === 0) theirs.value = null;
    void save();
  }

  watch(draft.found_at, () => {
    if (draft.found_at.value !== '') values.value = { ...values.value, ...(typed.value as Values) };
  });
  void load();
  return { report, values, state, refusal, load_refusal, theirs, load, type, save, keep };
}

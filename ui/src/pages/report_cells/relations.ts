// Relations that do not hold, as the page shows them: tags for the cells, words for both sides.
import type { Answer } from '@/api/call';
import type { BrokenRelation } from '@/parts/statute/relation_panel.vue';
import type { BrokenMark } from '@/parts/statute/statute_table.vue';
import type { Tone } from '@/parts/tone';
import { t } from '@/words';

export type Report = Answer<'read_annual_report'>;
export type Relation = Report['check']['relations'][number];

const tags = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥';

export const failing = (relations: Relation[]): Relation[] => relations.filter((each) => each.state === 'fails');

// What the check says in one line; figures that are not filled in yet prove nothing.
export function verdict_of(relations: Relation[]): { tone: Tone; label: string } {
  const count = failing(relations).length;
  if (count > 0) return { tone: 'bad', label: t('reports.relations_fail', { count }) };
  const open = relations.filter((each) => each.state === 'not_assessable').length;
  if (open === 0) return { tone: 'ok', label: t('reports.relations_all_hold') };
  if (open === relations.length) return { tone: 'hold', label: t('reports.relations_open') };
  return { tone: 'ok', label: t('reports.relations_rest_open', { count: open }) };
}

export function broken_relations(
  relations: Relation[], labels: Record<string, string>, values: Record<string, string>,
): { panels: BrokenRelation[]; marks: Record<string, BrokenMark> } {
  const marks: Record<string, BrokenMark> = {};
  let next = 0;
  const tag_of = (cell: string, code: string): string => {
    marks[cell] ??= { tag: tags.charAt(next++ % tags.length), explained_by: `relation-${code}` };
    return marks[cell].tag;
  };
  const panels = failing(relations).map((relation): BrokenRelation => ({
    id: relation.code,
    title: relation.text,
    hint: relation.hint,
    is_error: relation.severity === 'error',
    delta: relation.delta ?? '',
    left: relation.left ?? '',
    right: relation.right ?? '',
    cells: relation.cells.map((cell, at) => ({
      cell,
      tag: tag_of(cell, relation.code),
      label: labels[cell] ?? cell,
      value: values[cell] ?? '',
      side: at < relation.left_count || relation.left_count === 0 ? 'left' : 'right',
    })),
  }));
  return { panels, marks };
}

// Where the figure of a cell comes from, in words.
import { enumerations } from '@/api/generated/operations';
import { t } from '@/words';

import type { Report } from './relations';

export type ReportCell = Report['cells'][number];

export function origin_words(report: Report, cell: ReportCell): string {
  const source = report.sources.find((each) => each.number === cell.source_number);
  return source ? t('reports.origin_imported', { name: source.file_name }) : enumerations.CellOrigin[cell.origin];
}

// How far a table is filled in.
export function filled_words(report: Report, section: string): string {
  const table = report.tables.find((each) => each.section === section);
  const places = new Set((table?.cells ?? []).map((each) => each.cell));
  const own = report.cells.filter((each) => places.has(each.cell));
  const count = own.filter((each) => each.printed === '').length;
  if (count > 0) return t('reports.cells_missing', { count });
  return own.some((each) => each.origin === 'computed') ? t('reports.cells_computed') : t('reports.cells_filled');
}

// The cells of a table whose figures come from the cases that somebody has typed over.
export function typed_over(report: Report, cells: Set<string>): Record<string, string> {
  const own = report.cells.filter((each) => cells.has(each.cell));
  if (!own.some((each) => each.origin === 'computed')) return {};
  return Object.fromEntries(own.filter((each) => each.origin === 'typed').map((each) => [each.cell, t('reports.by_hand')]));
}

// Tables 三 and 四 are counted from cases; table 二 is not.
export const has_cases = (section: string): boolean => section === 'applications' || section === 'remedies';

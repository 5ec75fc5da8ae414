// The layout of a statutory table, as the server lays it out.
export interface StatuteCell {
  row: number;
  column: number;
  row_span: number;
  column_span: number;
  role: string;
  text: string;
  cell: string;
}

export interface StatuteTableData {
  section: string;
  caption: string;
  head_rows: number;
  label_columns: number;
  cells: StatuteCell[];
}

export function by_rows(table: StatuteTableData): StatuteCell[][] {
  const rows = new Map<number, StatuteCell[]>();
  for (const cell of table.cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  return [...rows.entries()].sort(([one], [other]) => one - other)
    .map(([, cells]) => cells.sort((one, other) => one.column - other.column));
}

// g1, g2: the groups of table 三; l1 to l3: its labels, by how far in they stand.
export function label_class(table: StatuteTableData, cell: StatuteCell): string {
  if (table.section !== 'applications') return '';
  return `${cell.role === 'group_head' ? 'g' : 'l'}${cell.column + 1}`;
}

const is_figure = (cell: StatuteCell): boolean => cell.role === 'figure' || cell.role === 'sum_figure';
const covers = (from: number, span: number, at: number): boolean => from <= at && at < from + span;

// What the cell is, in words: its row, then its column.
export function cell_label(table: StatuteTableData, cell: StatuteCell): string {
  const heads = table.cells.filter((each) => !is_figure(each) && each.role !== 'corner');
  const left = heads.filter((each) => each.role === 'row_head' && covers(each.row, each.row_span, cell.row));
  const above = heads.filter((each) => (each.role === 'column_head') && each.row < cell.row &&
    covers(each.column, each.column_span, cell.column));
  const nearest = above.sort((one, other) => other.row - one.row || one.column_span - other.column_span)[0];
  return [...left.map((each) => each.text), nearest?.text ?? ''].filter((text) => text !== '').join('，');
}

const steps: Record<string, [number, number]> = {
  ArrowDown: [1, 0], Enter: [1, 0], ArrowUp: [-1, 0],
};

// The figure that a key leads to; null where it leads nowhere. Left and right stay with the text.
export function walk(table: StatuteTableData, from: StatuteCell, key: string): StatuteCell | null {
  const step = steps[key];
  if (step === undefined) return null;
  const figures = table.cells.filter((cell) => is_figure(cell) && cell.column === from.column);
  const ahead = figures.filter((cell) => (step[0] > 0 ? cell.row > from.row : cell.row < from.row));
  ahead.sort((one, other) => Math.abs(one.row - from.row) - Math.abs(other.row - from.row));
  return ahead[0] ?? null;
}

import { describe, expect, it } from 'vitest';

import { by_rows, cell_label, walk, type StatuteCell, type StatuteTableData } from '@/parts/statute/statute';

function cell(row: number, column: number, role: string, text: string, more: Partial<StatuteCell> = {}): StatuteCell {
  return { row, column, role, text, row_span: 1, column_span: 1, cell: role.endsWith('figure') ? `${row}.${column}` : '', ...more };
}

const table: StatuteTableData = {
  section: 'applications',
  caption: '表三',
  head_rows: 2,
  label_columns: 1,
  cells: [
    cell(0, 0, 'corner', '勾稽关系', { row_span: 2 }),
    cell(0, 1, 'column_head', '申请人情况', { column_span: 2 }),
    cell(1, 1, 'column_head', '自然人'),
    cell(1, 2, 'column_head', '总计'),
    cell(2, 0, 'row_head', '一、本年新收'),
    cell(2, 2, 'sum_figure', ''),
    cell(2, 1, 'figure', ''),
    cell(3, 0, 'row_head', '二、上年结转'),
    cell(3, 1, 'figure', ''),
    cell(3, 2, 'sum_figure', ''),
  ],
};
const at = (row: number, column: number): StatuteCell => {
  const found = table.cells.find((each) => each.row === row && each.column === column);
  if (!found) throw new Error('no such cell');
  return found;
};

describe('a statutory table', () => {
  it('is read row by row, from left to right', () => {
    expect(by_rows(table).map((row) => row.map((each) => each.column))).toEqual([[0, 1], [1, 2], [0, 1, 2], [0, 1, 2]]);
  });

  it('names a cell by its row and its nearest column head', () => {
    expect(cell_label(table, at(2, 1))).toBe('一、本年新收，自然人');
    expect(cell_label(table, at(3, 2))).toBe('二、上年结转，总计');
  });

  it('is walked up and down in a column, and ends at its edges', () => {
    expect(walk(table, at(2, 1), 'Enter')).toBe(at(3, 1));
    expect(walk(table, at(3, 1), 'ArrowUp')).toBe(at(2, 1));
    expect(walk(table, at(3, 1), 'ArrowDown')).toBeNull();
    expect(walk(table, at(2, 1), 'x')).toBeNull();
  });
});

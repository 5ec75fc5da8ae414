import { describe, expect, it } from 'vitest';

import { verdict_of, type Relation } from '@/pages/report_cells/relations';

const relation = (state: Relation['state']): Relation => ({
  code: 'a', state, severity: 'error', cells: [], left_count: 0, text: '', hint: '',
});

describe('the check of a report in one line', () => {
  it('is good only where something was looked at', () => {
    expect(verdict_of([relation('holds'), relation('fails')]).tone).toBe('bad');
    expect(verdict_of([relation('not_assessable')]).tone).toBe('hold');
    expect(verdict_of([relation('holds'), relation('not_assessable')]).label).toContain('1 项待填');
    expect(verdict_of([relation('holds')]).label).toBe('勾稽关系全部成立');
  });
});

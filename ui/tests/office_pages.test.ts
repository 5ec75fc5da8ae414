import { describe, expect, it } from 'vitest';

import { minute_of_time, time_of_minute } from '@/pages/notify/time_of_day';
import { verdict_of, type Relation } from '@/pages/report_cells/relations';

const relation = (state: Relation['state']): Relation => ({
  code: 'a', state, severity: 'error', cells: [], left_count: 0, text: '', hint: '',
});

describe('a time of the day', () => {
  it('is written as a clock shows it, and what is none stays as it was typed', () => {
    expect(time_of_minute(510)).toBe('08:30');
    expect(time_of_minute('8点')).toBe('8点');
    expect(time_of_minute(undefined)).toBe('');
    expect(minute_of_time(' 8：30 ')).toBe(510);
    expect(minute_of_time('20:00')).toBe(1200);
    expect(minute_of_time('8点')).toBe('8点');
  });
});

describe('the check of a report in one line', () => {
  it('is good only where something was looked at', () => {
    expect(verdict_of([relation('holds'), relation('fails')]).tone).toBe('bad');
    expect(verdict_of([relation('not_assessable')]).tone).toBe('hold');
    expect(verdict_of([relation('holds'), relation('not_assessable')]).label).toContain('1 项待填');
    expect(verdict_of([relation('holds')]).label).toBe('勾稽关系全部成立');
  });
});

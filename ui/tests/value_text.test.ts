import { describe, expect, it } from 'vitest';

import { moment_text, value_text } from '@/parts/value_text';

describe('a value in words', () => {
  it('takes the label of a choice and says so where nothing is filled in', () => {
    expect(value_text({ shape: 'choice', choices: [['draft', '草稿']] }, 'draft')).toBe('草稿');
    expect(value_text({ shape: 'text' }, null)).toBe('未填');
    expect(value_text({ shape: 'number' }, 0)).toBe('0');
    expect(value_text({ shape: 'flag' }, false)).toBe('否');
    expect(value_text({ shape: 'list', item: { shape: 'text' } }, ['甲', '乙'])).toBe('甲、乙');
  });

  it('writes a moment as the server has it, to the minute', () => {
    expect(moment_text('2026-05-08T09:30:12.000+08:00')).toBe('2026-05-08 09:30');
    expect(moment_text(null)).toBe('');
  });
});

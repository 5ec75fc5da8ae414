// What the forms of cases and letters make of what is typed.
import { describe, expect, it } from 'vitest';

import { entry_of, fen_of, fields_of } from '@/pages/case/action_fields';
import { fields_of_act, preview_body } from '@/pages/letter/letter_text';
import { kind_groups, texts_of } from '@/pages/letter_new/kinds';
import { enumerations } from '@/api/generated/operations';

describe('an amount of money', () => {
  it('is written in yuan and sent in fen', () => {
    expect(fen_of('300')).toBe(30000);
    expect(fen_of('0.07')).toBe(7);
    expect(fen_of('1,250.5元')).toBe(125050);
  });

  it('goes as it was typed where it is none, so that the server names what is wrong', () => {
    expect(fen_of('三百')).toBe('三百');
    expect(fen_of('1.234')).toBe('1.234');
    expect(fen_of('-5')).toBe('-5');
  });

  it('stays away where it was not filled in', () => {
    expect(entry_of({ text: '说明' })).toEqual({ text: '说明' });
    expect(entry_of({ amount_fen: '12' })).toEqual({ amount_fen: 1200 });
    expect(entry_of({ event_number: '3' })).toEqual({ event_number: 3 });
  });
});

describe('the fields of an act', () => {
  const known = [
    { name: 'text', label: '内容', is_required: false, shape: 'long_text' as const },
    { name: 'amount_fen', label: '金额', is_required: false, shape: 'number' as const },
  ];

  it('are called and required as the act says', () => {
    const fields = fields_of([{ field: 'text', label: '理由', is_required: true }, { field: 'nothing', label: '', is_required: false }], known, 'disclosure');
    expect(fields).toEqual([{ name: 'text', label: '理由', is_required: true, shape: 'long_text' }]);
  });

  it('show money in yuan', () => {
    const [field] = fields_of([{ field: 'amount_fen', label: '金额', is_required: true }], known, 'disclosure');
    expect(field).toMatchObject({ label: '金额（元）', shape: 'text' });
  });

  it('ask for the result that the kind of case has, and for no other', () => {
    const results = ['outcome', 'amendment_result'].map((name) => ({ name, label: name, is_required: false, shape: 'choice' as const }));
    const uses = results.map((each) => ({ field: each.name, label: each.label, is_required: false }));
    expect(fields_of(uses, results, 'disclosure')).toMatchObject([{ name: 'outcome', is_required: true }]);
    expect(fields_of(uses, results, 'record_amendment')).toMatchObject([{ name: 'amendment_result', is_required: true }]);
  });

  it('of a letter are those that the act needs, in its order', () => {
    const body = ['comment', 'route', 'handed_over_on', 'tracking_number'].map((name) => ({ name, is_required: false }));
    expect(fields_of_act('deliver', body).map((field) => field.name)).toEqual(['route', 'handed_over_on', 'tracking_number']);
    expect(fields_of_act('send_back', body)).toEqual([{ name: 'comment', is_required: true }]);
    expect(fields_of_act('clear', body)).toEqual([]);
  });
});

describe('a letter that is typed', () => {
  it('is previewed with whatever is there', () => {
    expect(preview_body({ title: '答复书', paragraphs: ['一'] }))
      .toEqual({ title: '答复书', addressee: '', paragraphs: ['一'], attachments: [], note: '' });
  });

  it('is begun with texts alone', () => {
    expect(texts_of({ a: '一', b: '', c: undefined, d: 20 })).toEqual({ a: '一', d: '20' });
  });

  it('is of a kind that stands in one group', () => {
    const grouped = kind_groups.flatMap((group) => [...group.kinds]);
    expect([...grouped].sort()).toEqual(Object.keys(enumerations.LetterKind).sort());
  });
});

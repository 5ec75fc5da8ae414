// Parts that pages of letters and cases share.
import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';

import ActionList, { type OfferedAction } from '@/parts/action_list.vue';
import { bytes_of_base64url } from '@/parts/base64url';
import FieldControl from '@/parts/field_control.vue';
import { dictionary_of, with_words } from '@/parts/use_offered_words';
import { size_text, value_text } from '@/parts/value_text';
import { i18n } from '@/words';

const global = { plugins: [i18n] };

describe('bytes in JSON', () => {
  it('are read with - and _ and without padding', () => {
    expect([...bytes_of_base64url('-_8')]).toEqual([0xfb, 0xff]);
    expect([...bytes_of_base64url('')]).toEqual([]);
  });
});

describe('the size of a file', () => {
  it('is said as people say it', () => {
    expect(size_text(500)).toBe('500 字节');
    expect(size_text(36_500)).toBe('36 KB');
    expect(size_text(10 * 1024 * 1024)).toBe('10.0 MB');
  });
});

function action(name: string, group: string, is_allowed: boolean, next_rank: number | null = null): OfferedAction {
  const obstacle = is_allowed ? null : { message: `${name} 不行`, basis: [], hint: '' };
  return { action: name, label: name, basis: [], is_allowed, obstacle, group, next_rank } as unknown as OfferedAction;
}

describe('the actions of a case', () => {
  const groups = { answer: '答复', search: '检索', fee: '费用' };
  const list = mount(ActionList, {
    global,
    props: {
      groups,
      actions: [action('draft', 'answer', true, 2), action('search', 'search', true, 1), action('sign', 'answer', false, 1),
        action('consult', 'search', true), action('pay', 'fee', false)],
    },
  });

  it('begin with the next steps that are open, in their order', () => {
    const next = list.findAll('section')[0]?.findAll('button').map((button) => button.text());
    expect(next).toEqual(['search', 'draft']);
    expect(list.find('.is-primary').text()).toBe('search');
  });

  it('fold all others by what they are about and say why one is closed', () => {
    const folds = list.findAll('details');
    expect(folds.map((fold) => fold.find('summary').text())).toEqual(['答复现在不能办理', '检索1 项可以办理', '费用现在不能办理']);
    expect(folds[2]?.text()).toContain('pay 不行');
    expect(folds[2]?.find('button').attributes('disabled')).toBeDefined();
  });
});

describe('a list of rows', () => {
  const field = {
    name: 'words', label: '词条', is_required: true, shape: 'list' as const,
    item: { shape: 'object' as const, fields: [
      { name: 'content', label: '词条', is_required: true, shape: 'text' as const },
      { name: 'is_offered', label: '可以选用', is_required: true, shape: 'flag' as const }] },
  };

  it('adds a row that holds, moves rows, and says what is wrong in which', async () => {
    const rows = mount(FieldControl, {
      global,
      props: {
        id: 'words', field, modelValue: [{ content: '甲', is_offered: false }],
        errorAt: (name: string) => (name === 'words.0.content' ? '没有填写“词条”。' : undefined),
        'onUpdate:modelValue': (next: unknown) => rows.setProps({ modelValue: next }),
      },
    });
    expect(rows.find('.err').text()).toBe('没有填写“词条”。');
    await rows.findAll('button').at(-1)?.trigger('click');
    expect(rows.props('modelValue')).toEqual([{ content: '甲', is_offered: false }, { is_offered: true }]);
    await rows.findAll('button').find((button) => button.text() === '第 2 行上移')?.trigger('click');
    expect(rows.props('modelValue')).toEqual([{ is_offered: true }, { content: '甲', is_offered: false }]);
  });
});

describe('both sides of a conflict', () => {
  it('are written in words, a row by its labels', () => {
    const fields = [{ name: 'content', label: '词条', is_required: true, shape: 'text' as const }];
    expect(value_text({ shape: 'list', item: { shape: 'object', fields } }, [{ content: '甲' }, { content: '乙' }])).toBe('词条：甲；词条：乙');
  });
});

describe('usual words', () => {
  it('are added to what is typed, each act having its list', () => {
    expect(with_words('', '甲')).toBe('甲');
    expect(with_words('乙\n', '甲')).toBe('乙\n甲');
    expect(dictionary_of('record_search')).toBe('search_scope');
    expect(dictionary_of('close')).toBe('handling_note');
  });
});

describe('a list of lines', () => {
  it('keeps the empty line that is being typed and sends none', async () => {
    const field = { name: 'paragraphs', label: '正文', is_required: true, shape: 'list' as const, item: { shape: 'text' as const } };
    const control = mount(FieldControl, { global, props: { id: 'p', field, modelValue: ['一'] } });
    await control.find('textarea').setValue('一\n');
    expect(control.emitted('update:modelValue')?.at(-1)).toEqual([['一']]);
    await control.setProps({ modelValue: ['一'], isBad: true });
    expect(control.find('textarea').element.value).toBe('一\n');
    await control.setProps({ modelValue: ['二'] });
    expect(control.find('textarea').element.value).toBe('二');
  });
});

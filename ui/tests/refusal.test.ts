import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { nextTick } from 'vue';

import { fault_of, Refusal, refusal_of } from '@/api/refusal';
import FieldFrame from '@/parts/field_frame.vue';
import ProblemList from '@/parts/problem_list.vue';
import { i18n } from '@/words';

const refusal = new Refusal('invalid', '填写的内容有问题', [
  { code: 'web.field_missing', field: 'login_name', message: '没有填写“登录名”。', hint: '请填写“登录名”。' },
  { code: 'people.x', message: '这个账号已经有人使用。', basis: { instrument: 'regulation-2019', text: '条例第三十条' } },
]);
const global = { plugins: [i18n] };

describe('a refusal', () => {
  it('shows every problem with its way out and its basis, and takes the focus', async () => {
    const list = mount(ProblemList, { props: { refusal: null }, global, attachTo: document.body });
    expect(list.find('section').exists()).toBe(false);
    await list.setProps({ refusal });
    await nextTick();
    expect(list.text()).toContain('有 2 处需要处理');
    expect(list.text()).toContain('请填写“登录名”。');
    expect(list.text()).toContain('依据：条例第三十条');
    expect(document.activeElement).toBe(list.find('section').element);
    list.unmount();
  });

  it('says at the field what it says in the summary', () => {
    const field = mount(FieldFrame, { props: { id: 'a', label: '登录名', error: refusal.at('login_name') }, global });
    expect(field.find('.err').text()).toBe('没有填写“登录名”。');
    expect(refusal.at('password')).toBeUndefined();
  });

  it('is said at the line or the row that it means', () => {
    const problem = (field: string) => ({ code: 'web.field_missing', field, message: field, hint: '' });
    const rows = refusal_of({ type: 'about:blank', title: '', status: 400, detail: '', instance: '1', kind: 'invalid',
      problems: [problem('words[1].content'), problem('remind_at[0]'), problem('entry.text')] }, 400);
    expect(rows.at('words.1.content')).toBe('words[1].content');
    expect(rows.at('words.0.content')).toBeUndefined();
    expect(rows.at('words')).toBeUndefined();
    expect(rows.at('remind_at')).toBe('remind_at[0]');
    expect(rows.at('text')).toBe('entry.text');
  });

  it('knows its kind, also where the server knows one that the page does not', () => {
    const answer = { type: 'about:blank', title: '没有办成', status: 409, detail: '', instance: '1', problems: [] };
    expect(refusal_of({ ...answer, kind: 'conflict' }, 409).kind).toBe('conflict');
    expect(refusal_of({ ...answer, kind: 'new_kind' }, 500).kind).toBe('fault');
    expect(fault_of(0, { title: 'a', message: 'b', hint: 'c' }).kind).toBe('offline');
  });
});

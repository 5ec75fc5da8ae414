// A leader is away: the role is lent for a time, and whatever is done with it carries both names.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { assertAccessible, day, fillDate, officeOfDemo, openForm, send } from './office.js';

const office = officeOfDemo();
const report = '/reports/xigebi/2025';

test('a deputy leader lends the role, with dates and a reason', async () => {
  const { page } = await office.signedIn('deputy_leader', '/delegations');
  const form = await openForm(page, '委托他人代行');
  await send(page, '委托他人代行');
  await page.getByRole('alert').waitFor();
  await assertAccessible(page, 'an empty delegation');
  await form.getByLabel('角色').selectOption({ index: 1 });
  await form.getByLabel('代行人').selectOption('secrecy_reviewer');
  await fillDate(form.getByLabel('自', { exact: true }), day());
  await fillDate(form.getByLabel('至', { exact: true }), day(5));
  await form.getByLabel('理由').fill('出差');
  await send(page, '委托他人代行');
  await page.getByText('出差').waitFor();
  await page.context().close();
});

test('the delegate reviews in the name of the leader, and both names stand in the course and the trail', async () => {
  const clerk = await office.signedIn('clerk', report);
  await openForm(clerk.page, '报送');
  await send(clerk.page, '报送');
  await clerk.page.getByText('已报送').first().waitFor();
  await clerk.page.context().close();

  const { page } = await office.signedIn('secrecy_reviewer', report);
  const form = await openForm(page, '退回');
  await form.getByLabel('退回的意见').fill('请补写存在的主要问题');
  await send(page, '退回');
  const act = page.locator('ol.timeline li').filter({ hasText: '请补写存在的主要问题' });
  await act.waitFor();
  const words = await act.textContent();
  assert.match(words, /保密审查员（演示）代分管领导（演示）/);
  await page.context().close();

  const audit = await office.signedIn('audit_administrator', '/trail');
  const row = audit.page.getByRole('row').filter({ hasText: '保密审查员（演示）代分管领导（演示）' });
  await row.first().waitFor();
  await audit.page.context().close();
});

const opened = (page) => page.getByRole('dialog', { name: '我的账号' });

async function actIn(page, role) {
  await page.locator('.work-role').click();
  await opened(page).getByRole('button', { name: new RegExp(`以此办理.*${role}`) }).click();
  await opened(page).waitFor({ state: 'hidden' });
}

let delegate;

test('the delegate acts in the lent role alone, as the head says', async () => {
  delegate = await office.signedIn('secrecy_reviewer', '/');
  const { page } = delegate;
  const head = page.locator('.work-role');
  await page.getByText('保密审查员、分管领导（代）').first().waitFor();
  await head.click();
  await assertAccessible(page, 'the choice of a role');
  await page.keyboard.press('Escape');
  await actIn(page, '分管领导');
  await page.getByText('仅以分管领导（代）').waitFor();
  await page.reload();
  await page.getByText('仅以分管领导（代）').waitFor();
  await actIn(page, '全部角色');
  await page.getByText('保密审查员、分管领导（代）').first().waitFor();
  await actIn(page, '分管领导');
  await page.getByText('仅以分管领导（代）').waitFor();
});

test('the leader takes the role back before its time', async () => {
  const { page } = await office.signedIn('deputy_leader', '/delegations');
  await page.getByRole('button', { name: /提前结束代行/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: '提前结束代行' }).click();
  await page.getByText(/提前结束$/).waitFor();
  await page.context().close();
});

test('nothing goes on in a role that has ended before another is chosen', async () => {
  const { page } = delegate;
  await page.reload();
  await page.getByRole('heading', { level: 1, name: '您选择的角色已经终止' }).waitFor();
  await assertAccessible(page, 'a role that has ended');
  await page.getByRole('button', { name: /以此办理.*全部角色/ }).click();
  await page.getByRole('heading', { level: 1, name: '待办' }).waitFor();
  assert.equal(await page.locator('.work-role').textContent(), '保密审查员');
  await page.context().close();
});

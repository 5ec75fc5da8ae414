// A search is handed to a unit: passed on to another one, signed for there, sent back with a reason.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { assertAccessible, form, officeOfDemo, send } from './office.js';

const office = officeOfDemo();
const reason = '材料不在本单位，由党政办公室保管（示例）';

const open = async (page) => {
  await page.getByRole('row').nth(1).getByRole('button', { name: /办理/ }).click();
  await page.getByRole('heading', { name: '可以办理' }).waitFor();
};

test('a unit passes the search on to another one', async () => {
  const { page } = await office.signedIn('unit_officer', '/search-tasks');
  await open(page);
  await assertAccessible(page, 'the acts of a search task');
  await page.getByRole('dialog').getByRole('button', { name: '转办任务' }).click();
  await send(page, '转办任务');
  await page.getByRole('alert').waitFor();
  await form(page).getByLabel('转给').selectOption('society');
  await form(page).getByLabel(/^说明/).fill('由社会事务办公室经办（示例）');
  await send(page, '转办任务');
  await form(page).waitFor({ state: 'detached' });
  await page.context().close();
});

test('the other unit signs for it and sends it back with the reason, which the office reads', async () => {
  const { page } = await office.signedIn('unit_officer_society', '/search-tasks');
  await open(page);
  await page.getByRole('dialog').getByRole('button', { name: '签收任务' }).click();
  await send(page, '签收任务');
  await form(page).waitFor({ state: 'detached' });
  await open(page);
  await page.getByRole('dialog').getByRole('button', { name: '退回任务' }).click();
  await send(page, '退回任务');
  await page.getByRole('alert').waitFor();
  await form(page).getByLabel('退回的理由').fill(reason);
  await send(page, '退回任务');
  await form(page).waitFor({ state: 'detached' });
  await page.context().close();

  const desk = await office.signedIn('clerk', '/cases?q=xigebi-2026-0003');
  await desk.page.getByRole('row').nth(1).getByRole('link').first().click();
  await desk.page.getByText(reason).first().waitFor();
  assert.ok(await desk.page.getByText('已退回').count() > 0, 'the task says so too');
  await desk.page.context().close();
});

// A report is typed by hand: what does not agree is explained at its cells, and two who type at once
// lose nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { assertAccessible, assertNoTrouble, form, officeOfDemo, openForm, send } from './office.js';

const office = officeOfDemo();
const table = '/reports/xigebi/2022/tables/applications';

test('a report is started and a broken relation is explained at its cells', async () => {
  const { page } = await office.signedIn('clerk', '/reports');
  await openForm(page, '起草年度报告');
  await form(page).getByLabel('年度').fill('2022');
  await send(page, '起草年度报告');
  await page.getByRole('heading', { name: '报告内容' }).waitFor();
  await office.goto(page, table);
  const first = page.locator('input.cell').first();
  await first.focus();
  // A row out of a spreadsheet: six kinds of applicants, and a total that does not agree.
  await first.evaluate((cell) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '31\t2\t0\t0\t1\t0\t33');
    cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await page.getByRole('button', { name: '保存草稿' }).click();
  await page.locator('td.is-broken').first().waitFor();
  await page.getByText('两边相差').first().waitFor();
  await assertAccessible(page, table);
  await page.reload();
  await page.locator('input.cell').first().waitFor();
  assert.equal(await page.locator('input.cell').first().inputValue(), '31', 'what was typed is there');
  await page.locator('input.cell').nth(6).fill('34');
  await page.locator('input.cell').nth(6).press('Enter');
  await page.locator('td.is-broken').first().waitFor({ state: 'detached' });
  await page.context().close();
});

test('two who type at once see both sides', async () => {
  const one = await office.signedIn('clerk', table);
  const other = await office.signedIn('office_head', table);
  await one.page.locator('input.cell').nth(1).waitFor();
  await other.page.locator('input.cell').nth(1).waitFor();
  await one.page.locator('input.cell').nth(1).fill('5');
  await one.page.locator('input.cell').nth(1).press('Tab');
  await one.page.getByText(/已保存/).waitFor();
  await other.page.locator('input.cell').nth(1).fill('6');
  // Who types on meanwhile is still asked, and only about what the other has changed.
  await other.page.locator('input.cell').nth(2).fill('三');
  await other.page.locator('input.cell').nth(2).press('Tab');
  await other.page.getByText('填写的是“三”，不是数字', { exact: false }).waitFor();
  await other.page.getByRole('heading', { name: '别人已经先修改了这项内容' }).waitFor();
  assert.equal(await other.page.getByRole('button', { name: '保留我填写的' }).count(), 1);
  await assertAccessible(other.page, 'two who type at once');
  await other.page.locator('input.cell').nth(2).fill('0');
  await other.page.locator('input.cell').nth(2).press('Tab');
  await other.page.getByText('不是数字', { exact: false }).first().waitFor({ state: 'detached' });
  await other.page.getByRole('button', { name: '保留我填写的' }).click();
  await other.page.getByText(/已保存/).waitFor();
  assert.equal(await other.page.locator('input.cell').nth(1).inputValue(), '6');
  await one.page.context().close();
  await other.page.context().close();
});

test('a figure that was typed over is marked, computed anew, and opens its cases', async () => {
  const { page, troubles } = await office.signedIn('clerk', '/reports/xigebi/2025/tables/applications');
  const first = page.locator('input.cell').first();
  await first.waitFor();
  const counted = await first.inputValue();
  await first.fill(String(Number(counted) - 1));
  await first.press('Enter');
  await page.getByText(/1 格是手工录入的/).waitFor();
  await first.focus();
  await page.getByText(/来源：手工录入/).waitFor();
  await office.goto(page, '/reports/xigebi/2025/computation');
  await send(page, '按案件计算');
  await page.getByRole('heading', { name: '已按案件计算，草稿的数字已经更新' }).waitFor();
  await assertAccessible(page, 'a computation');
  const row = page.getByRole('row').filter({ hasText: '自然人' });
  assert.match(await row.first().textContent(), new RegExp(`${counted}$`));
  await row.first().getByRole('link').click();
  await page.getByText(`共 ${counted} 条`).waitFor();
  await page.reload();
  await page.getByText(`共 ${counted} 条`).waitFor();
  await assertAccessible(page, 'the cases of a cell');
  assertNoTrouble(troubles);
  await page.context().close();
});

test('a report that was handed in is only compared', async () => {
  const { page } = await office.signedIn('clerk', '/reports/xigebi/2025');
  await openForm(page, '报送');
  await send(page, '报送');
  await form(page).waitFor({ state: 'detached' });
  await office.goto(page, '/reports/xigebi/2025/computation');
  await send(page, '按案件计算');
  await page.getByRole('heading', { name: '报告已锁定，只作比较，没有改动' }).waitFor();
  await page.getByText('报告中的数字与案件一致。').waitFor();
  await page.context().close();
});

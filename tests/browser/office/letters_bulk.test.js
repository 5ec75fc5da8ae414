// What was signed today leaves together: each letter is looked at first, those that cannot go say why,
// and an answer takes its case along.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { assertAccessible, assertFits, day, fillDate, officeOfDemo, phone } from './office.js';

const office = officeOfDemo();

async function chosen(page, address, act) {
  await office.goto(page, address);
  await page.getByLabel('选择本页全部').check();
  await page.getByRole('button', { name: act, exact: true }).click();
  return page.getByRole('dialog', { name: act });
}

test('letters that are not signed cannot leave, and each says why', async () => {
  const { page } = await office.signedIn('clerk', '/letters');
  const dialog = await chosen(page, '/letters?status=draft', '登记送达');
  await dialog.getByRole('button', { name: '核对能不能办' }).click();
  await dialog.getByRole('alert').waitFor();
  await assertAccessible(page, 'a delivery without a day');
  await fillDate(dialog.getByLabel('送出日期'), day());
  await dialog.getByRole('button', { name: '核对能不能办' }).click();
  await dialog.getByText('0 项可以办理', { exact: false }).waitFor();
  await dialog.getByText('不能办理', { exact: true }).first().waitFor();
  assert.ok(await dialog.getByRole('button', { name: /^登记送达（0 项）/ }).isDisabled());
  await assertAccessible(page, 'a preview of what cannot be done');
  await page.context().close();
});

test('signed letters leave together, their cases follow, and are closed together', async () => {
  const { page } = await office.signedIn('clerk', '/letters', { viewport: { width: 1024, height: 800 } });
  const dialog = await chosen(page, '/letters?status=signed_off', '登记送达');
  await fillDate(dialog.getByLabel('送出日期'), day());
  await dialog.getByRole('button', { name: '核对能不能办' }).click();
  await dialog.getByRole('button', { name: /^登记送达（[1-9]\d* 项）/ }).click();
  await dialog.getByText('0 项没有办成', { exact: false }).waitFor();
  await dialog.getByRole('button', { name: '关闭' }).click();
  await page.getByText('没有这样的文书').waitFor();

  const closing = await chosen(page, '/cases?state=awaiting_closing', '办结');
  await closing.getByRole('button', { name: /^办结（[1-9]\d* 项）/ }).click();
  await closing.getByText('0 项没有办成', { exact: false }).waitFor();
  await closing.getByRole('button', { name: '关闭' }).click();
  await page.locator('.empty').waitFor();
  await page.context().close();
});

test('letters that were posted are signed for together, on a phone too', async () => {
  const { page } = await office.signedIn('clerk', '/letters', { viewport: phone });
  await office.goto(page, '/letters?status=delivered');
  await page.locator('tbody input[type=checkbox]').first().check();
  await page.getByRole('button', { name: '登记签收', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '登记签收' });
  await fillDate(dialog.getByLabel('签收日期'), day());
  await dialog.getByRole('button', { name: '核对能不能办' }).click();
  await dialog.getByText('1 项可以办理', { exact: false }).waitFor();
  await assertFits(page, 'a preview on a phone');
  await dialog.getByRole('button', { name: '登记签收（1 项）' }).click();
  await dialog.getByText('1 项已办理', { exact: false }).waitFor();
  await page.context().close();
});

// An application at the counter: registered, an act refused and done, looked at on a phone.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  addressOf, assertAccessible, assertFits, day, fillDate, form, officeOfDemo, openForm, phone,
  send,
} from './office.js';

const office = officeOfDemo();
let address;

test('an application is registered with its true dates and shows how its date was reached', async () => {
  const { page } = await office.signedIn('clerk', '/cases/register');
  const opened = form(page);
  await opened.getByLabel('申请人类别').selectOption('natural_person');
  await opened.getByLabel('姓名或者名称').fill('申请人甲');
  await opened.getByLabel('证件种类').selectOption('identity_card');
  await opened.getByLabel(/^证件号码/).fill('11010519491231002X');
  await opened.getByLabel(/^联系电话/).fill('13800138000');
  await opened.getByLabel(/^所需信息的名称/).fill('2025年镇级财政预算');
  await opened.getByLabel(/^内容描述/).fill('预算收支总表');
  await opened.getByLabel('提供方式').selectOption('paper');
  await opened.getByLabel('获取途径').selectOption('pick_up');
  await opened.getByLabel('提交方式').selectOption('counter');
  await send(page, '登记这件申请');
  await page.getByRole('alert').waitFor();
  assert.ok(await opened.locator('.field.is-bad').count() > 0, 'the field says it too');
  assert.equal(await opened.getByLabel('姓名或者名称').inputValue(), '申请人甲', 'what was typed is there');
  await fillDate(opened.getByLabel('提交日期'), day());
  await send(page, '登记这件申请');
  await page.getByRole('heading', { name: '申请已登记' }).waitFor();
  await page.getByRole('link', { name: '打开这件申请' }).click();
  await page.getByText('怎样算出来的').waitFor();
  address = addressOf(page);
  await assertAccessible(page, 'a case');
  await page.context().close();
});

test('an act is refused field by field, then done, and stands in the course', async () => {
  const { page } = await office.signedIn('clerk', address);
  const act = page.locator('ul.acts').first().getByRole('button', { name: /补正/ });
  const label = (await act.textContent()).trim();
  const opened = await openForm(page, label);
  await send(page, label);
  await page.getByRole('alert').waitFor();
  assert.ok(await opened.locator('.field.is-bad').count() > 0, 'the field says it too');
  await page.context().close();
});

test('on a phone the case fits', async () => {
  const { page } = await office.signedIn('office_head', address, { viewport: phone });
  await page.getByText('怎样算出来的').waitFor();
  await assertAccessible(page, 'a case on a phone');
  await assertFits(page, 'a case on a phone');
  await page.context().close();
});

// An application at the counter: registered, asked to be completed, looked at on a phone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { startBrowser } from '../browser.js';
import { startServer } from '../server.js';
import { assertAccessible, assertFits, phone, signedIn } from './office.js';

let server;
let browser;
let address;

before(async () => {
  server = await startServer(process.env.GONGKAI_PROGRAM);
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

test('an application is registered with its true dates and shows how its date was reached', async () => {
  const { page } = await signedIn(browser, server.address, 'clerk', '/cases/register');
  const form = page.locator('form.form');
  await form.getByLabel('提交方式').selectOption('counter');
  await form.getByLabel('提交日期').fill(new Date().toISOString().slice(0, 10));
  await page.keyboard.press('Enter');
  await form.getByLabel('申请人类型').selectOption('natural_person');
  await form.getByLabel('姓名或者名称').fill('申请人甲');
  await form.getByLabel(/^证件号码/).fill('11010519491231002X');
  await form.getByLabel(/^电话/).first().fill('13800138000');
  await form.getByLabel(/^地址/).fill('某某路1号');
  await form.getByLabel(/^名称/).fill('2025年镇级财政预算');
  await form.getByLabel(/^特征性描述/).fill('预算收支总表');
  await form.getByRole('button', { name: '登记这件申请' }).click();
  await page.getByRole('heading', { name: '申请已登记' }).waitFor();
  await page.getByRole('link', { name: '打开这件申请' }).click();
  await page.getByText('怎样算出来的').waitFor();
  address = new URL(page.url()).pathname.replace('/office', '');
  await assertAccessible(page, 'a case');
  await page.context().close();
});

test('an act is refused field by field, then done, and stands in the timeline', async () => {
  const { page } = await signedIn(browser, server.address, 'clerk', address);
  const act = page.locator('ul.acts').first().getByRole('button', { name: /补正/ });
  const label = (await act.textContent()).trim();
  await act.click();
  const form = page.locator('form.form');
  await form.getByRole('button', { name: label }).click();
  await page.getByRole('alert').waitFor();
  assert.ok(await form.locator('.field.is-bad').count() > 0, 'the field says it too');
  await page.context().close();
});

test('on a phone the case fits', async () => {
  const { page } = await signedIn(browser, server.address, 'office_head', address, { viewport: phone });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await assertAccessible(page, 'a case on a phone');
  await assertFits(page, 'a case on a phone');
  await page.context().close();
});

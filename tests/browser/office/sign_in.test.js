// Signing in as people do it: wrong password, an expired session, an older browser.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  assertAccessible, assertNoTrouble, officeOfDemo, openForm, password, send, signIn,
} from './office.js';

const office = officeOfDemo();

test('a wrong password is refused in words, and the right one opens the workbench', async () => {
  const { page, troubles } = await office.open('/reports');
  await signIn(page, 'clerk', 'not-the-password');
  await page.getByRole('alert').waitFor();
  await assertAccessible(page, 'sign-in that was refused');
  await signIn(page, 'clerk');
  await page.getByRole('heading', { name: '年度报告', level: 1 }).waitFor();
  assert.match(page.url(), /\/office\/reports$/, 'one comes to where one wanted to go');
  assertNoTrouble(troubles, [403]);
  await page.context().close();
});

test('a session that ends asks over the page, and nothing typed is lost', async () => {
  const { page } = await office.signedIn('system_administrator', '/accounts');
  const form = await openForm(page, '新建账号');
  await form.getByLabel('姓名', { exact: true }).fill('张某');
  await form.getByLabel('登录名', { exact: true }).fill('zhang');
  await page.context().clearCookies();
  await send(page, '新建账号');
  const dialog = page.getByRole('dialog', { name: '登录已过期，请重新登录' });
  await dialog.waitFor();
  await assertAccessible(page, 'signing in over the page');
  await dialog.getByLabel('密码', { exact: true }).fill(password);
  await dialog.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: '张某', level: 1 }).waitFor();
  await page.context().close();
});

test('an older browser and one without scripts read words instead of a white page', async () => {
  const older = await office.browser.newContext();
  await older.addInitScript(() => { delete window.structuredClone; });
  // A browser of that age does not run the program itself either.
  await older.route(/\/office\/assets\//, (route) => route.abort());
  const page = await older.newPage();
  await office.goto(page, '/');
  await page.getByText('您使用的浏览器版本较旧，不能打开工作台').waitFor();
  await assertAccessible(page, 'an older browser');
  await older.close();
  const scriptless = await office.open('/', { javaScriptEnabled: false });
  await scriptless.page.locator('noscript p').waitFor();
  assert.match(await scriptless.page.locator('noscript p').textContent(), /^工作台需要浏览器运行脚本/);
  await scriptless.page.context().close();
});

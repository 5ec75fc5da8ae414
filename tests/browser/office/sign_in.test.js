// Signing in as people do it: wrong password, second factor, an expired session, another's turn.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { startBrowser } from '../browser.js';
import { startServer } from '../server.js';
import { assertAccessible, assertFits, openOffice, password, phone, signedIn, signIn, wide } from './office.js';

let server;
let browser;

before(async () => {
  server = await startServer(process.env.GONGKAI_PROGRAM);
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

test('a wrong password is refused in words, and the right one opens the workbench', async () => {
  const { page } = await openOffice(browser, server.address, '/reports');
  await signIn(page, 'clerk', 'not-the-password');
  await page.getByRole('alert').waitFor();
  await assertAccessible(page, 'sign-in that was refused');
  await signIn(page, 'clerk');
  await page.getByRole('heading', { name: '年度报告', level: 1 }).waitFor();
  assert.match(page.url(), /\/office\/reports$/, 'one comes to where one wanted to go');
  await page.context().close();
});

test('a session that ends asks over the page, and nothing typed is lost', async () => {
  const { page } = await signedIn(browser, server.address, 'system_administrator', '/accounts');
  await page.getByRole('button', { name: '新建账号' }).click();
  await page.getByLabel('姓名', { exact: true }).fill('张某');
  await page.getByLabel('登录名').fill('zhang');
  await page.context().clearCookies();
  await page.locator('form.form').getByRole('button', { name: '新建账号' }).click();
  const dialog = page.getByRole('dialog', { name: '登录已过期，请重新登录' });
  await dialog.waitFor();
  await dialog.getByLabel('密码', { exact: true }).fill(password);
  await dialog.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { name: '张某', level: 1 }).waitFor();
  await page.context().close();
});

test('a role is lent for a time and both names are said', async () => {
  const { page } = await signedIn(browser, server.address, 'clerk', '/delegations');
  await page.getByRole('button', { name: '委托他人代办' }).click();
  const form = page.locator('form.form');
  await form.getByLabel('角色').selectOption({ index: 1 });
  await form.getByLabel('代行人的登录名').selectOption('office_head');
  const today = new Date().toISOString().slice(0, 10);
  for (const label of ['自', '至']) {
    await form.getByLabel(label, { exact: true }).fill(today);
    await page.keyboard.press('Enter');
  }
  await form.getByLabel('理由').fill('出差');
  await form.getByRole('button', { name: '委托他人代办' }).click();
  await page.getByText('出差').waitFor();
  await page.context().close();
});

for (const viewport of [wide, phone]) {
  test(`every page of every role is accessible and fits at ${viewport.width}`, async () => {
    for (const role of ['clerk', 'office_head', 'system_administrator', 'security_administrator', 'audit_administrator']) {
      const { page, troubles } = await signedIn(browser, server.address, role, '/', { viewport });
      const paths = await page.locator('nav.work-nav a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      for (const path of [...paths, '/office/account', '/office/no-such-page']) {
        await page.goto(server.address + path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await assertAccessible(page, `${role} ${path}`);
        await assertFits(page, `${role} ${path}`);
      }
      assert.deepEqual(troubles, [], role);
      await page.context().close();
    }
  });
}

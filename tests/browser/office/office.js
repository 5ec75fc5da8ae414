// The workbench in a browser: signing in, and pages that tell what goes wrong in them.
import assert from 'node:assert/strict';

import { AxeBuilder } from '@axe-core/playwright';

import { openPage } from '../browser.js';

export const wide = { width: 1280, height: 900 };
export const phone = { width: 390, height: 844 };

// The accounts of the demonstration; their password is the one that `gongkai demo` prints.
export const password = 'Demo-gongkai-1';

export async function openOffice(browser, address, path = '/', options = {}) {
  const opened = await openPage(browser, address, { viewport: wide, locale: 'zh-CN', ...options });
  await opened.page.goto(`${address}/office${path}`);
  return opened;
}

export async function signIn(page, loginName, secret = password) {
  await page.getByLabel('账号').fill(loginName);
  await page.getByLabel('密码', { exact: true }).fill(secret);
  await page.getByRole('button', { name: '登录' }).click();
}

export async function signedIn(browser, address, loginName, path = '/', options = {}) {
  const opened = await openOffice(browser, address, path, options);
  await signIn(opened.page, loginName);
  await opened.page.getByRole('navigation', { name: '工作台' }).waitFor({ state: 'attached' });
  return opened;
}

export async function assertAccessible(page, where) {
  await page.waitForLoadState('networkidle');
  const found = await new AxeBuilder({ page }).analyze();
  const lines = found.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(' | ')}`);
  assert.deepEqual(lines, [], where);
}

// Nothing is cut off at the right.
export async function assertFits(page, where) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(over <= 0, `${where} is ${over} pixels too wide`);
}

// The workbench in a browser: signing in, and pages that tell what goes wrong in them.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before } from 'node:test';

import { AxeBuilder } from '@axe-core/playwright';

import { openPage, startBrowser } from '../browser.js';
import { startServer } from '../server.js';

export const wide = { width: 1280, height: 900 };
export const phone = { width: 360, height: 780 };

// The smallest PNG there is.
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

// The accounts of the demonstration; their password is the one that `gongkai demo` prints.
export const password = 'Demo-gongkai-1';

// How long an answer may take on a machine that is busy with other things; nothing waits so long that
// comes at once.
const waitMs = 60_000;

export async function openOffice(browser, address, path = '/', options = {}) {
  const opened = await openPage(browser, address, { viewport: wide, locale: 'zh-CN', ...options });
  opened.page.setDefaultTimeout(waitMs);
  await opened.page.goto(`${address}/office${path}`);
  return opened;
}

export async function signIn(page, loginName, secret = password) {
  await page.getByLabel('登录名').fill(loginName);
  await page.getByLabel('密码', { exact: true }).fill(secret);
  await page.getByRole('button', { name: '登录' }).click();
}

export async function signedIn(browser, address, loginName, path = '/', options = {}) {
  const opened = await openOffice(browser, address, path, options);
  await signIn(opened.page, loginName, options.secret);
  // On a phone the menu is folded.
  await opened.page.locator('nav.work-nav').waitFor({ state: 'attached' });
  return opened;
}

// The program with the demonstration town and a browser, for the journeys of one file. `settings`: of
// the environment of the program, asked for once the journeys begin.
export function officeOfDemo(settings = () => ({})) {
  let server;
  const office = {
    run: (words) => server.run(words),
    goto: (page, path) => page.goto(`${office.address}/office${path}`),
    open: (path, options) => openOffice(office.browser, office.address, path, options),
    signedIn: (loginName, path, options) => signedIn(office.browser, office.address, loginName, path, options),
  };
  before(async () => {
    server = await startServer(process.env.GONGKAI_PROGRAM, [], await settings());
    office.address = server.address;
    office.browser = await startBrowser();
  });
  after(async () => {
    await office.browser?.close();
    await server?.stop();
  });
  return office;
}

// The address of the page within the workbench.
export const addressOf = (page) => new URL(page.url()).pathname.replace('/office', '');

// The open form beside the page, and the button that sends it.
export const form = (page) => page.locator('form.form:visible');
// The same where it opened at the side.
export const drawer = (page) => page.locator('.el-drawer form.form');
export const send = (page, name) => form(page).getByRole('button', { name, exact: true }).click();

// Opens the form of an act by its button.
export async function openForm(page, name) {
  await page.getByRole('button', { name, exact: true }).first().click();
  await form(page).first().waitFor();
  return form(page);
}

const msOfDay = 86_400_000;

// The day in Beijing, where the office is.
export const day = (after = 0) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now() + after * msOfDay);

export async function fillDate(field, date) {
  await field.fill(date);
  await field.press('Enter');
}

export async function assertAccessible(page, where) {
  await page.waitForLoadState('networkidle');
  // There are no frames: one run in the page is all of it.
  const found = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const lines = found.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(' | ')}`);
  assert.deepEqual(lines, [], where);
}

// Nothing is cut off at the right.
export async function assertFits(page, where) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(over <= 0, `${where} is ${over} pixels too wide`);
}

// Chromium notes each refusal of the server in its console; those that a journey provokes are none of
// its troubles.
export function assertNoTrouble(troubles, provoked = []) {
  const isProvoked = (text) => provoked.some((status) => text.includes(`a status of ${status}`));
  assert.deepEqual(troubles.filter((text) => !isProvoked(text)), []);
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const stepMs = 30_000;

function bytesOfBase32(text) {
  const bits = [...text].map((each) => letters.indexOf(each).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

// The code that an authenticator app shows (RFC 6238); `later`: steps of 30 seconds from now.
export function dynamicCode(secret, later = 0) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / stepMs) + later));
  const digest = createHmac('sha1', bytesOfBase32(secret)).update(counter).digest();
  const number = digest.readUInt32BE(digest[digest.length - 1] & 0x0f) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

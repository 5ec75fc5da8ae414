// The pictures of the clerk's handbook, from the running program with the demonstration town.
// script/pictures runs it.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { startBrowser } from './browser.js';
import { startServer } from './server.js';
import { day, fillDate, form, signedIn } from './office/office.js';

const folder = join(import.meta.dirname, '../../docs/handbook/pictures');
const desk = { width: 1024, height: 640 };
const phone = { width: 360, height: 700 };

const firstRow = async (page) => {
  await page.locator('table.is-list th a').first().click();
  await page.getByRole('heading', { level: 1 }).waitFor();
};
const row = (words) => async (page) => {
  await page.getByRole('row').filter({ hasText: words }).getByRole('link').first().click();
  await page.locator('.crumb').waitFor();
};

const pictures = [
  { name: 'todo', role: 'clerk', path: '/' },
  { name: 'register', role: 'clerk', path: '/cases/register' },
  { name: 'cases', role: 'clerk', path: '/cases?is_open=true' },
  { name: 'case', role: 'clerk', path: '/cases?q=xigebi-2026-0003', act: row('xigebi-2026-0003') },
  { name: 'letters', role: 'clerk', path: '/letters' },
  { name: 'letters_bulk', role: 'clerk', path: '/letters?status=signed_off', act: async (page) => {
    await page.getByLabel('选择本页全部').check();
    await page.getByRole('button', { name: '登记送达' }).click();
    await fillDate(page.getByRole('dialog').getByLabel('送出日期'), day());
    await page.getByRole('button', { name: '核对能不能办' }).click();
    await page.getByText('还没有办理', { exact: false }).waitFor();
  } },
  { name: 'search_task', role: 'unit_officer', path: '/search-tasks', act: async (page) => {
    await page.getByRole('button', { name: /办理/ }).first().click();
    await page.getByRole('heading', { name: '可以办理' }).waitFor();
  } },
  { name: 'remedy', role: 'clerk', path: '/remedies', act: firstRow },
  { name: 'statistics', role: 'clerk', path: '/statistics?from=2025-01-01&to=2025-12-31' },
  { name: 'ledger', role: 'clerk', path: '/cases/ledger' },
  { name: 'report', role: 'clerk', path: '/reports/xigebi/2025' },
  { name: 'report_cells', role: 'clerk', path: '/reports/xigebi/2025/tables/applications', act: async (page) => {
    const cell = page.locator('input.cell').first();
    await cell.fill('44');
    await cell.press('Enter');
    await page.locator('td.is-broken').first().waitFor();
  } },
  { name: 'report_computation', role: 'clerk', path: '/reports/xigebi/2025/computation', act: async (page) => {
    await form(page).getByRole('button', { name: '按案件计算' }).click();
    await page.getByRole('heading', { name: '与报告中数字的差异' }).waitFor();
  } },
  { name: 'reminders', role: 'office_head', path: '/notify-settings' },
  { name: 'delegation', role: 'deputy_leader', path: '/delegations', act: async (page) => {
    await page.getByRole('button', { name: '委托他人代行' }).click();
    await form(page).waitFor();
  } },
  { name: 'phone_todo', role: 'office_head', path: '/', viewport: phone },
];

const wanted = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const server = await startServer(process.env.GONGKAI_PROGRAM);
const browser = await startBrowser();
try {
  for (const { name, role, path, act, viewport } of pictures) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const { page } = await signedIn(browser, server.address, role, path, { viewport: viewport ?? desk });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await act?.(page);
    await page.waitForLoadState('networkidle');
    // Drawers slide in.
    await page.evaluate(() => Promise.all(document.getAnimations().map((each) => each.finished)));
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await page.context().close();
  }
} finally {
  await browser.close();
  await server.stop();
}

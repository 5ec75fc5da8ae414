// A running ledger out of a spreadsheet: its columns put right by hand, every row that needs mending
// named, tried without keeping anything, kept once it is whole.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { assertAccessible, assertFits, form, officeOfDemo, phone } from './office.js';
import { xlsxOf } from './xlsx.js';

const office = officeOfDemo();
const head = ['收文日期', '申请人', '想要什么', '办理结果', '答复日期'];
const good = ['2025-11-03', '申请人甲', '2024年村级道路维修合同', '予以公开', '2025-11-20'];
const open = ['2025-12-29', '申请人乙', '2025年林带抚育记录', '', ''];
const sheet = (...rows) => ({
  name: '台账.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: xlsxOf([head, ...rows]),
});
const choose = (page, file) => form(page).locator('input[type=file]').setInputFiles([file]);
const tryOut = (page) => form(page).getByRole('button', { name: '试读台账' }).click();
// The program does not know this title: it asks where the column is.
async function tryWithColumn(page) {
  await tryOut(page);
  await page.getByRole('heading', { name: '列的对应' }).waitFor();
  await form(page).getByLabel('申请内容').selectOption('想要什么');
  await tryOut(page);
}

test('a column that is not known is named by hand, and each row says what to mend', async () => {
  const { page } = await office.signedIn('clerk', '/cases/ledger');
  await tryOut(page);
  await page.getByRole('alert').waitFor();
  await choose(page, { name: '台账.xlsx', mimeType: 'application/zip', buffer: Buffer.from('not a spreadsheet') });
  await tryOut(page);
  await page.getByRole('alert').waitFor();
  await assertAccessible(page, 'a ledger that is no spreadsheet');

  await choose(page, sheet(good, ['那年冬天', '申请人乙', '水费', '予以公开', '2025-11-20'], open));
  await tryWithColumn(page);
  await page.getByRole('heading', { name: '需要改正的行' }).waitFor();
  await page.getByText('第 3 行，', { exact: false }).first().waitFor();
  assert.equal(await page.getByText('第 2 行，', { exact: false }).count(), 0, 'a good row is not among them');
  await assertAccessible(page, 'the rows to be mended');
  assert.equal(await form(page).getByLabel('申请内容').inputValue(), '想要什么', 'the column stays chosen');
  await page.context().close();
});

test('a whole ledger is tried, then kept, and nothing is taken in twice', async () => {
  const { page } = await office.signedIn('clerk', '/cases/ledger', { viewport: phone });
  await choose(page, sheet(good, open));
  await tryWithColumn(page);
  await page.getByRole('heading', { name: '试读结果（还没有保存）' }).waitFor();
  await page.getByText('其中未办结 1 行', { exact: false }).waitFor();
  await assertFits(page, 'a ledger on a phone');
  await office.goto(page, '/cases?q=林带抚育');
  await page.locator('.empty').waitFor();

  for (const repeated of [0, 2]) {
    await office.goto(page, '/cases/ledger');
    await choose(page, sheet(good, open));
    await tryWithColumn(page);
    await page.getByText(`以前已导入 ${repeated} 行`, { exact: false }).waitFor();
    if (repeated > 0) break;
    await form(page).getByRole('button', { name: '保存导入的台账' }).click();
    await page.getByRole('heading', { name: '台账已经导入。' }).waitFor();
    await page.getByRole('link', { name: '查看申请办理' }).click();
    await page.getByRole('heading', { name: '申请办理', level: 1 }).waitFor();
    await office.goto(page, '/cases?q=林带抚育');
    await page.getByRole('link', { name: '2025年林带抚育记录' }).waitFor();
  }
  await page.context().close();
});

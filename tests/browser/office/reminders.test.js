// A message that could not be delivered is seen with the reason, sent again, and arrives.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, test } from 'node:test';

import { assertAccessible, form, officeOfDemo, openForm, send } from './office.js';

// The service that carries short messages, out of order at first.
const received = [];
let isInOrder = false;
const carrier = createServer((request, response) => {
  request.resume().on('end', () => {
    received.push(request.url);
    response.writeHead(isInOrder ? 200 : 410).end();
  });
});
const listening = () => new Promise((resolve) => {
  carrier.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${carrier.address().port}/messages`));
});
after(() => carrier.close());

const office = officeOfDemo(async () => ({ GONGKAI_NOTIFY_WEBHOOK_URL: await listening(), GONGKAI_NOTIFY_PAUSE_SECONDS: '0' }));

test('who wants short messages has a number and says so', async () => {
  const admin = await office.signedIn('system_administrator', '/accounts?q=clerk');
  await admin.page.getByRole('row', { name: /经办人/ }).getByRole('link').first().click();
  await openForm(admin.page, '修改账号信息');
  await form(admin.page).getByLabel('联系电话').fill('13800138000');
  await send(admin.page, '修改账号信息');
  await admin.page.getByText('13800138000').waitFor();
  await admin.page.context().close();
  const { page } = await office.signedIn('clerk', '/account');
  await form(page).getByLabel('短信').check();
  await send(page, '保存接收方式');
  await page.getByRole('status').first().waitFor();
  await page.context().close();
});

test('a message that failed says why, is sent again after a preview, and arrives', async () => {
  const { page } = await office.signedIn('office_head', '/notify-settings');
  // At any hour of any day: when this journey is walked nobody knows.
  const settings = form(page).first();
  await settings.getByLabel('开始发送').fill('00:00');
  await settings.getByLabel('停止发送').fill('24:00');
  await settings.getByLabel('只在工作日发送').uncheck();
  await send(page, '保存提醒设置');
  await page.getByRole('status').first().waitFor();

  assert.equal(await office.run(['notify', 'run']), 1, 'the round says that something failed');
  assert.ok(received.length > 0, 'the carrier was asked');
  await office.goto(page, '/notify-settings?status=failed');
  const list = page.getByRole('table', { name: '邮件和短信的发送情况' });
  await list.getByText('对方服务回答 410').first().waitFor();
  await assertAccessible(page, 'messages that failed');

  const other = await office.signedIn('office_head', '/notify-settings?status=failed');
  const again = other.page.getByRole('table').getByRole('button', { name: /^重新发送/ }).first();
  await again.waitFor();
  const failed = await list.locator('tbody tr').count();
  await list.getByRole('button', { name: /^重新发送/ }).first().click();
  await page.waitForFunction((before) => document.querySelectorAll('table.is-list tbody tr').length < before, failed);
  // Who comes second is told, though there is no form that could say so.
  await again.click();
  await other.page.getByRole('alert').waitFor();
  await assertAccessible(other.page, 'an act that somebody else has done');
  await other.page.context().close();
  await page.getByLabel('选择本页全部').check();
  await page.getByRole('button', { name: '重新发送', exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: '重新发送' });
  await dialog.getByText('请核对下列', { exact: false }).waitFor();
  await dialog.getByRole('button', { name: '重新发送' }).click();
  await dialog.getByText('0 项没有办成', { exact: false }).waitFor();
  await dialog.getByRole('button', { name: '关闭' }).click();

  isInOrder = true;
  assert.equal(await office.run(['notify', 'run']), 0);
  await office.goto(page, '/notify-settings?status=sent');
  await list.getByText('已发送').first().waitFor();
  await page.context().close();
});

// What an agency lays down for itself: when an application counts as received, when lights change.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { assertAccessible, assertFits, form, officeOfDemo, phone } from './office.js';

const office = officeOfDemo();

test('the day of receipt is laid down and stays laid down', async () => {
  const { page } = await office.signedIn('office_head', '/agency-settings');
  await page.getByLabel('互联网渠道的收到之日').selectOption('submission');
  await page.getByRole('button', { name: '保存收到日期的设置' }).click();
  await page.getByText('收到日期的设置已经保存').waitFor();
  await assertAccessible(page, 'the settings of an agency');
  await page.reload();
  assert.equal(await page.getByLabel('互联网渠道的收到之日').inputValue(), 'submission');
  assert.equal(await page.getByLabel('平常信函的收到之日').inputValue(), 'confirmation');
  await page.setViewportSize(phone);
  await assertFits(page, 'the settings of an agency');
  await page.context().close();
});

test('lights change when the agency lays them down, and the page says what can be sent', async () => {
  const { page } = await office.signedIn('office_head', '/notify-settings');
  await page.getByText('未开通：系统操作员在配置文件的 [notify] 中填写 mail_url 和 mail_from').waitFor();
  await form(page).first().getByLabel('黄灯（剩余工作日）').fill('40');
  await page.getByRole('button', { name: '保存提醒设置' }).click();
  await page.getByText('提醒设置已经保存').waitFor();
  // Nothing that runs is far away now.
  await office.goto(page, '/cases?urgency=in_time');
  await page.getByText('没有', { exact: false }).first().waitFor();
  assert.equal(await page.locator('main table.is-list tbody tr').count(), 0);
  await page.context().close();
});

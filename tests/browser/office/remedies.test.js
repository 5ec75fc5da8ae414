// A reconsideration that stands alone: registered, its clocks, a result counted otherwise with the
// reason, a mistake undone by another act; and the cases behind the figure of the report.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  addressOf, assertAccessible, assertFits, assertNoTrouble, day, fillDate, form, officeOfDemo,
  openForm, phone, send,
} from './office.js';

const office = officeOfDemo();
let address;

const act = async (page, name) => {
  await page.locator('ul.acts').first().getByRole('button', { name, exact: true }).click();
  await form(page).waitFor();
};
const done = (page) => form(page).waitFor({ state: 'detached' });

test('a case without an application is registered with everything that is missing said at once', async () => {
  const { page, troubles } = await office.signedIn('clerk', '/remedies');
  const opened = await openForm(page, '登记复议或者诉讼');
  await send(page, '登记复议或者诉讼');
  await page.getByRole('alert').waitFor();
  assert.ok(await opened.locator('.field.is-bad').count() > 1, 'each field says it too');
  await assertAccessible(page, 'a registration that was refused');
  await opened.getByLabel('种类').selectOption('reconsideration');
  await opened.getByLabel('案由').fill('不服告知信息不存在（示例）');
  await opened.getByLabel('复议机关、法院').fill('某市人民政府（示例）');
  await opened.getByLabel('不服的行为').selectOption({ index: 1 });
  await opened.getByLabel(/^申请人或者原告/).fill('申请人甲');
  await fillDate(opened.getByLabel(/^受理、立案日期/), day(-20));
  await send(page, '登记复议或者诉讼');
  await page.getByRole('heading', { name: '不服告知信息不存在（示例）', level: 1 }).waitFor();
  await page.getByText('没有对应的申请，单独登记').waitFor();
  address = addressOf(page);
  assertNoTrouble(troubles, [422]);
  await page.context().close();
});

test('its clocks run from the copy, and a result that is counted otherwise needs its reason', async () => {
  const { page } = await office.signedIn('clerk', address);
  await act(page, '收到申请书或者起诉状副本');
  await fillDate(form(page).getByLabel('收到副本的日期'), day(-15));
  await send(page, '收到申请书或者起诉状副本');
  await done(page);
  await page.getByRole('rowheader', { name: /提出复议答复/ }).waitFor();
  await act(page, '提交答复书或者答辩状');
  await fillDate(form(page).getByLabel('提交日期'), day(-8));
  await send(page, '提交答复书或者答辩状');
  await done(page);
  await act(page, '登记决定或者一审裁判');
  await fillDate(form(page).getByLabel('收到决定或者裁判的日期'), day(-1));
  await form(page).getByLabel('复议决定').selectOption({ index: 1 });
  await form(page).getByLabel(/^计入年度报告/).selectOption('other_result');
  await send(page, '登记决定或者一审裁判');
  await page.getByRole('alert').waitFor();
  await form(page).getByLabel(/^这样计的理由/).fill('复议机关同时指出程序问题（示例）');
  await send(page, '登记决定或者一审裁判');
  await done(page);
  const result = page.getByRole('region', { name: '结果', exact: true });
  await result.getByText('其他结果').waitFor();
  await result.getByText('复议机关同时指出程序问题（示例）').waitFor();
  await page.context().close();
});

test('who applied is seen on demand, and the page fits a phone', async () => {
  const { page, troubles } = await office.signedIn('clerk', address, { viewport: phone });
  assert.equal(await page.getByText('申请人甲').count(), 0, 'the name is masked');
  await page.getByRole('button', { name: '查看全部信息' }).click();
  await page.getByText('申请人甲').waitFor();
  await assertAccessible(page, 'a remedy on a phone');
  await assertFits(page, 'a remedy on a phone');
  assertNoTrouble(troubles);
  await page.context().close();
});

// The second factor: bound with an authenticator app, asked for at the sign-in, lost and replaced.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  assertAccessible, drawer, dynamicCode, form, officeOfDemo, openForm, phone, send, signIn,
} from './office.js';

const office = officeOfDemo();
let secret;
let recoveryCodes;
const person = 'office_head';

const giveCode = async (page, code) => {
  await page.getByLabel('动态口令或恢复码').fill(code);
  await page.getByRole('button', { name: '验证并登录' }).click();
};
const isIn = (page) => page.getByRole('heading', { name: '待办', level: 1 }).waitFor();

test('it is bound by scanning and one code, and recovery codes are handed out', async () => {
  const { page } = await office.signedIn(person, '/account', { viewport: phone });
  await page.getByRole('button', { name: '绑定动态口令' }).click();
  await page.getByRole('img', { name: /动态口令二维码/ }).waitFor();
  await assertAccessible(page, 'binding a second factor');
  secret = (await form(page).locator('code.secret').textContent()).trim();
  await page.getByLabel('二、输入应用显示的 6 位数字').fill('000000');
  await send(page, '绑定动态口令');
  await page.getByRole('alert').waitFor();
  await page.getByLabel('二、输入应用显示的 6 位数字').fill(dynamicCode(secret));
  await send(page, '绑定动态口令');
  await page.getByRole('heading', { name: '恢复码' }).waitFor();
  recoveryCodes = await page.locator('ul.secret li').allTextContents();
  assert.equal(recoveryCodes.length, 10);
  await page.getByRole('button', { name: '已经保存好，继续' }).click();
  await page.getByText('动态口令已经绑定').waitFor();
  await page.context().close();
});

test('after the password the code is asked for, and no code works twice', async () => {
  const { page } = await office.open('/');
  await signIn(page, person);
  await page.getByRole('heading', { name: '验证动态口令' }).waitFor();
  await assertAccessible(page, 'asking for the code');
  await giveCode(page, '000000');
  await page.getByRole('alert').waitFor();
  const code = dynamicCode(secret, 1);
  await giveCode(page, code);
  await isIn(page);
  await page.context().close();
  const again = await office.open('/');
  await signIn(again.page, person);
  await giveCode(again.page, code);
  await again.page.getByRole('alert').waitFor();
  await again.page.context().close();
});

test('without the phone a recovery code opens the workbench once', async () => {
  for (const isFirst of [true, false]) {
    const { page } = await office.open('/');
    await signIn(page, person);
    await giveCode(page, recoveryCodes[0].toUpperCase());
    await (isFirst ? isIn(page) : page.getByRole('alert').waitFor());
    await page.context().close();
  }
});

test('new recovery codes are made with a code of the app, and the old ones are void', async () => {
  const other = 'signatory';
  const { page } = await office.signedIn(other, '/account');
  await page.getByRole('button', { name: '绑定动态口令' }).click();
  const own = (await page.locator('code.secret').textContent()).trim();
  await page.getByLabel('二、输入应用显示的 6 位数字').fill(dynamicCode(own));
  await drawer(page).getByRole('button', { name: '绑定动态口令' }).click();
  await page.getByRole('heading', { name: '恢复码', exact: true }).waitFor();
  const before = await page.locator('ul.secret li').allTextContents();
  await page.getByRole('button', { name: '已经保存好，继续' }).click();
  const section = page.locator('section').filter({ has: page.getByRole('heading', { name: '动态口令', exact: true }) });
  await section.getByText('10 个', { exact: true }).waitFor();
  await section.getByText(/ 绑定$/).waitFor();
  await assertAccessible(page, 'a second factor that is bound');

  await page.getByRole('button', { name: '生成新的恢复码' }).click();
  const renewal = drawer(page);
  await renewal.getByLabel('动态口令').fill('000000');
  await renewal.getByRole('button', { name: '生成新的恢复码' }).click();
  await page.getByRole('alert').waitFor();
  await renewal.getByLabel('动态口令').fill(dynamicCode(own, 1));
  await renewal.getByRole('button', { name: '生成新的恢复码' }).click();
  await page.getByRole('heading', { name: '恢复码', exact: true }).waitFor();
  await assertAccessible(page, 'new recovery codes');
  const codes = await page.locator('ul.secret li').allTextContents();
  assert.equal(codes.filter((each) => !before.includes(each)).length, 10);
  await page.evaluate(() => { window.print = () => { window.printed = document.documentElement.className; }; });
  await page.getByRole('button', { name: '打印' }).click();
  assert.match(await page.evaluate(() => window.printed), /prints-sheet/);
  await page.getByRole('button', { name: '已经保存好，继续' }).click();
  await page.getByText('新的恢复码已经生成').waitFor();
  await page.context().close();

  const again = await office.open('/account');
  await signIn(again.page, other);
  await giveCode(again.page, before[0]);
  await again.page.getByRole('alert').waitFor();
  await giveCode(again.page, codes[0]);
  await again.page.getByText('9 个', { exact: true }).waitFor();
  await again.page.context().close();
});

test('who has lost both is helped by the security administrator, with a reason', async () => {
  const { page } = await office.signedIn('security_administrator', '/accounts');
  await page.getByLabel('姓名或登录名').fill(person);
  await page.getByRole('button', { name: '筛选' }).click();
  await page.getByRole('row', { name: new RegExp(person) }).getByRole('link').click();
  const opened = await openForm(page, '重置动态口令');
  await send(page, '重置动态口令');
  await page.getByRole('alert').waitFor();
  await opened.getByLabel('理由').fill('手机和恢复码都已遗失，当面核对身份');
  await send(page, '重置动态口令');
  await page.getByText('未绑定', { exact: true }).waitFor();
  await page.context().close();
  const own = await office.open('/');
  await signIn(own.page, person);
  await isIn(own.page);
  await own.page.context().close();
});

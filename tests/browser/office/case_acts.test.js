// A case goes its way by hand: the next step leads, acts take attachments, what is closed says why,
// and the answer is approved on a phone in three taps.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  addressOf, assertAccessible, assertFits, drawer, officeOfDemo, password, phone, png,
} from './office.js';

const picture = (name) => ({ name, mimeType: 'image/png', buffer: png });

const office = officeOfDemo();
let address;
let number;

async function openFirst(page, state) {
  await office.goto(page, `/cases?state=${state}`);
  await page.locator('table.is-list th a').first().click();
  await page.getByRole('heading', { name: '下一步' }).waitFor();
}

test('the next step leads, the others are folded and say why they are closed', async () => {
  const { page } = await office.signedIn('clerk');
  await openFirst(page, 'in_progress');
  address = addressOf(page);
  number = (await page.locator('.page-facts b.num').textContent()).trim();
  const first = page.locator('ul.acts').first().getByRole('button');
  assert.match(await first.first().textContent(), /检索/);
  assert.ok(await first.count() <= 3, 'few steps lead');
  const fold = page.locator('details.fold').filter({ hasText: '补正' }).first();
  await fold.locator('summary').click();
  await fold.getByRole('button', { name: '收到补正' }).or(fold.locator('button[disabled]')).first().waitFor();
  assert.ok((await fold.locator('.why').first().textContent()).length > 5, 'a closed act says why');
  await assertAccessible(page, 'a case with an open fold');
  await page.context().close();
});

test('attachments are sent in at the field, wrong ones are refused there, and nothing is lost', async () => {
  const { page } = await office.signedIn('clerk', address);
  await page.getByRole('button', { name: '登记检索结果' }).click();
  const form = drawer(page);
  await form.locator('input[type=file]').setInputFiles([
    picture('检索截图.png'), { name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('说明') },
  ]);
  await form.getByText('“说明.txt”没有上传', { exact: false }).waitFor();
  await form.getByRole('button', { name: /移除.*检索截图/ }).waitFor();
  await form.getByRole('button', { name: '登记检索结果' }).click();
  await page.getByRole('alert').waitFor();
  await assertAccessible(page, 'an act that was refused');
  assert.equal(await form.getByRole('button', { name: /移除.*检索截图/ }).count(), 1, 'the file is still there');
  await form.getByLabel('检索结果').selectOption('not_found');
  await form.getByLabel(/检索的范围/).fill('检索了档案室目录和业务系统，没有找到。');
  await form.getByRole('button', { name: '登记检索结果' }).click();
  await page.getByText('“登记检索结果”已经办好', { exact: false }).waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '检索截图.png' }).click();
  assert.equal((await download).suggestedFilename(), '检索截图.png');
  await page.context().close();
});

test('a file that is too large is refused before it is sent', async () => {
  const { page } = await office.signedIn('clerk', address);
  await page.locator('details.fold').filter({ hasText: '收件和材料' }).locator('summary').click();
  await page.getByRole('button', { name: '补充材料' }).click();
  await drawer(page).locator('input[type=file]').setInputFiles([
    { name: '大图.png', mimeType: 'image/png', buffer: Buffer.concat([png, Buffer.alloc(11 * 1024 * 1024)]) }]);
  await drawer(page).getByText('超过 10.0 MB', { exact: false }).waitFor();
  await page.context().close();
});

test('a session that ends while an act is written asks over the page, and the act is done', async () => {
  const { page } = await office.signedIn('clerk', address);
  await page.getByRole('button', { name: '拟定答复' }).click();
  await drawer(page).locator('.el-select').first().click();
  await page.getByRole('option', { name: '经检索该信息不存在' }).click();
  await drawer(page).getByLabel(/答复的内容/).fill('经检索，没有找到您申请的信息。');
  await page.context().clearCookies();
  await drawer(page).getByRole('button', { name: '拟定答复' }).click();
  const dialog = page.getByRole('dialog', { name: '登录已过期，请重新登录' });
  await dialog.waitFor();
  await dialog.getByLabel('密码', { exact: true }).fill(password);
  await dialog.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByText('“拟定答复”已经办好', { exact: false }).waitFor();
  await page.context().close();
});

for (const [login, task, verdict] of [
  ['office_head', '审核答复', '审核通过'],
  ['signatory', '签发答复', '签发'],
]) {
  test(`${login} approves on a phone in three taps`, async () => {
    const { page } = await office.signedIn(login, '/', { viewport: phone, hasTouch: true });
    await page.getByRole('link', { name: `${task}：${number}` }).first().tap();
    const bar = page.locator('.verdict');
    await bar.getByRole('button', { name: verdict }).waitFor();
    await assertAccessible(page, `${login} before the verdict`);
    await assertFits(page, `${login} before the verdict`);
    await bar.getByRole('button', { name: verdict }).tap();
    await drawer(page).getByRole('button', { name: verdict }).tap();
    await page.getByText(`“${verdict}”已经办好`, { exact: false }).waitFor();
    await page.context().close();
  });
}

test('two who act on one version: the second is told and nothing is done twice', async () => {
  const one = await office.signedIn('clerk', address);
  const other = await office.signedIn('clerk', address);
  const filled = async ({ page }) => {
    await page.getByRole('button', { name: '送达', exact: true }).click();
    await drawer(page).getByLabel('送达日期').fill(new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' }));
    await page.keyboard.press('Enter');
    await drawer(page).getByLabel('送达方式').selectOption('post');
    await drawer(page).getByLabel(/邮寄单号/).fill('XA0001');
  };
  await filled(one);
  await filled(other);
  await drawer(one.page).getByRole('button', { name: '送达', exact: true }).click();
  await one.page.getByText('“送达”已经办好', { exact: false }).waitFor();
  await drawer(other.page).getByRole('button', { name: '送达', exact: true }).click();
  await other.page.getByRole('alert').getByText('已被他人改动', { exact: false }).waitFor();
  assert.equal(await drawer(other.page).getByLabel(/邮寄单号/).inputValue(), 'XA0001', 'what was typed stays');
  await one.page.context().close();
  await other.page.context().close();
});

test('the amount of a fee notice is filled in with its bands, and stays free within them', async () => {
  const { page } = await office.signedIn('clerk', '/cases?state=awaiting_examination');
  await page.locator('table.is-list th a').first().click();
  await page.locator('details.fold summary').filter({ hasText: '信息处理费' }).click();
  await page.getByRole('button', { name: '通知缴费' }).click();
  const form = drawer(page);
  await form.getByLabel('计收方式').selectOption('per_application');
  await form.getByText('不收费的范围内', { exact: false }).waitFor();
  assert.equal(await form.getByLabel('件数或者页数').inputValue(), '1', 'the count is filled in');
  await form.getByLabel('计收方式').selectOption('per_page');
  await form.getByLabel('件数或者页数').fill('44');
  await form.getByText('第31至44页：每页10元，140元').waitFor();
  assert.equal(await form.getByLabel('金额（元）').inputValue(), '140');
  await assertAccessible(page, 'the offer of a fee');
  await form.getByLabel('金额（元）').fill('150');
  await form.getByLabel('件数或者页数').fill('45');
  await form.getByText('第31至45页：每页10元，150元').waitFor();
  assert.equal(await form.getByLabel('金额（元）').inputValue(), '150', 'what was typed stays');
  await form.getByLabel('金额（元）').fill('200');
  await form.getByLabel(/依据、标准和缴纳方式/).fill('按量计收，到代收银行网点缴纳。');
  await form.getByRole('button', { name: '通知缴费' }).click();
  await page.getByRole('alert').getByText('应收150元', { exact: false }).waitFor();
  await form.getByLabel('金额（元）').fill('150');
  await form.getByRole('button', { name: '通知缴费' }).click();
  await page.getByText('“通知缴费”已经办好', { exact: false }).waitFor();
  await page.context().close();
});

test('the dossier is taken out as one PDF and as a ZIP', async () => {
  const { page } = await office.signedIn('clerk', address);
  for (const [button, ending] of [['导出案卷（一个 PDF）', '案卷.pdf'], ['导出案卷（ZIP）', '案卷.zip']]) {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    assert.equal((await download).suggestedFilename(), `${number}${ending}`);
  }
  await page.context().close();
});

test('an answer that is sent back says why, and is drafted anew from what it was', async () => {
  const clerk = await office.signedIn('clerk');
  await openFirst(clerk.page, 'in_progress');
  const sentBack = addressOf(clerk.page);
  await clerk.page.getByRole('button', { name: '拟定答复' }).click();
  await drawer(clerk.page).locator('.el-select').first().click();
  await clerk.page.getByRole('option', { name: '不属于本机关负责公开' }).click();
  await drawer(clerk.page).getByLabel(/答复的内容/).fill('由水利部门制作。');
  await drawer(clerk.page).getByRole('button', { name: '拟定答复' }).click();
  await clerk.page.getByText('“拟定答复”已经办好', { exact: false }).waitFor();
  const head = await office.signedIn('office_head', sentBack);
  await head.page.getByRole('button', { name: '退回修改' }).first().click();
  await drawer(head.page).getByLabel('理由').fill('请写明水利部门的联系方式');
  await drawer(head.page).getByRole('button', { name: '退回修改' }).click();
  await head.page.getByText('“退回修改”已经办好', { exact: false }).waitFor();
  await clerk.page.reload();
  await clerk.page.locator('.notice').getByText('请写明水利部门的联系方式', { exact: false }).waitFor();
  await clerk.page.getByRole('button', { name: '拟定答复' }).click();
  assert.equal(await drawer(clerk.page).getByLabel(/答复的内容/).inputValue(), '由水利部门制作。');
  await clerk.page.context().close();
  await head.page.context().close();
});

test('the contact is changed with what was there filled in on asking', async () => {
  const { page } = await office.signedIn('clerk', address);
  await page.locator('details.fold').filter({ hasText: '收件和材料' }).locator('summary').click();
  await page.getByRole('button', { name: '变更联系方式' }).click();
  await page.getByRole('button', { name: '填入现有的联系方式' }).click();
  await page.waitForFunction(() => document.querySelector('#change_case_contact-phone, #change_case_contact-email')?.value !== '');
  await drawer(page).getByLabel(/电子邮箱/).fill('name@example.cn');
  await drawer(page).getByRole('button', { name: '变更联系方式' }).click();
  await page.getByText('“变更联系方式”已经办好', { exact: false }).waitFor();
  await page.context().close();
});

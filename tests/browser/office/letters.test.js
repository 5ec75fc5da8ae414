// A letter from its first draft to the receipt: filled with what the case knows, written beside its
// pages, reviewed, signed, delivered; and the templates that letters are made of.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  addressOf, assertAccessible, assertFits, drawer, officeOfDemo, password, phone, png, wide,
} from './office.js';


const office = officeOfDemo();
let caseAddress;
let letter;

async function act(page, label) {
  await page.locator('ul.acts').getByRole('button', { name: label, exact: true }).click();
  await drawer(page).getByRole('button', { name: label, exact: true }).click();
}

async function pictured(page) {
  await page.locator('.sheets img').first().waitFor();
  await page.waitForFunction(() => [...document.querySelectorAll('.sheets img')].every((image) => image.naturalWidth > 800));
}

test('a letter is begun with what the case knows, and asks for the rest at its fields', async () => {
  const { page } = await office.signedIn('clerk', '/cases?state=in_progress');
  await page.locator('table.is-list th a').first().click();
  await page.getByRole('link', { name: '拟写文书' }).click();
  caseAddress = addressOf(page).replace('/new-letter', '');
  await page.getByLabel('文书种类').selectOption('correction_notice');
  await page.getByRole('heading', { name: /应当写明/ }).waitFor();
  assert.notEqual(await page.getByLabel('收件人').inputValue(), '', 'the applicant is known');
  assert.notEqual(await page.getByLabel('申请内容').inputValue(), '', 'what is sought is known');
  await page.getByRole('button', { name: '按模板拟写' }).click();
  await page.getByRole('alert').waitFor();
  assert.ok(await page.locator('.field.is-bad').count() > 0, 'the field says it too');
  await assertAccessible(page, 'a letter that lacks something');
  await page.getByLabel('补正事项').fill('一、所需信息的年度；\n二、所需信息的文件名称。');
  await page.getByLabel('补正理由').fill('您描述的信息涉及多个年度，无法据此确定您需要的信息');
  const later = new Date(Date.now() + 20 * 86_400_000).toLocaleDateString('sv-SE');
  await page.getByLabel('补正期限').fill(later);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '按模板拟写' }).click();
  await page.getByRole('heading', { name: '内容' }).waitFor();
  letter = addressOf(page);
  await page.context().close();
});

test('what is typed is laid out beside it, survives the end of the session, and becomes a version', async () => {
  const { page } = await office.signedIn('clerk', letter);
  const text = page.getByLabel('正文');
  await text.waitFor();
  await text.fill(`${await text.inputValue()}\n请在期限内补正。`);
  await pictured(page);
  await assertAccessible(page, 'a letter being written');
  await assertFits(page, 'a letter being written');
  await page.context().clearCookies();
  await page.getByRole('button', { name: '保存为新的一稿' }).click();
  const dialog = page.getByRole('dialog', { name: '登录已过期，请重新登录' });
  await dialog.waitFor();
  await dialog.getByLabel('密码', { exact: true }).fill(password);
  await dialog.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByText('第 2 稿').first().waitFor();
  assert.match(await page.getByLabel('正文').inputValue(), /请在期限内补正。$/);
  await page.getByRole('button', { name: /查看.*第 1 稿/ }).click();
  await page.getByText('这是第 1 稿', { exact: false }).waitFor();
  await pictured(page);
  await page.context().close();
});

test('two who write one letter see both sides', async () => {
  const one = await office.signedIn('clerk', letter);
  const other = await office.signedIn('clerk', letter);
  await one.page.getByLabel('标题').fill('政府信息公开申请补正告知书（一）');
  await other.page.getByLabel('标题').fill('政府信息公开申请补正告知书（二）');
  await one.page.getByRole('button', { name: '保存为新的一稿' }).click();
  await one.page.getByText('第 3 稿').first().waitFor();
  await other.page.getByRole('button', { name: '保存为新的一稿' }).click();
  await other.page.getByRole('heading', { name: '别人已经先修改了这项内容' }).waitFor();
  await other.page.getByRole('button', { name: '采用现在保存的' }).first().click();
  await other.page.getByRole('button', { name: '保存为新的一稿' }).click();
  await other.page.getByText('第 4 稿').first().waitFor();
  assert.match(await other.page.getByLabel('标题').inputValue(), /（一）$/);
  await one.page.context().close();
  await other.page.context().close();
});

test('a docx goes out, comes back changed and is the next version; anything else is refused', async () => {
  const { page } = await office.signedIn('clerk', letter);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载 docx' }).click();
  const path = await (await download).path();
  await page.getByRole('button', { name: '上传改好的 docx' }).click();
  await drawer(page).locator('input[type=file]').setInputFiles([{ name: '改.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') }]);
  await drawer(page).getByRole('button', { name: '上传改好的 docx' }).click();
  await page.getByRole('alert').getByText('这不是docx文件', { exact: false }).waitFor();
  await drawer(page).locator('input[type=file]').setInputFiles(path);
  await drawer(page).getByRole('button', { name: '上传改好的 docx' }).click();
  await page.getByText('由上传的 docx 形成', { exact: false }).waitFor();
  await page.context().close();
});

test('it is reviewed, signed and delivered by those whose turn it is', async () => {
  const clerk = await office.signedIn('clerk', letter);
  await act(clerk.page, '送审');
  await clerk.page.locator('.page-facts').getByText('审核中').waitFor();
  const reviewer = await office.signedIn('office_head', letter, { viewport: phone });
  await reviewer.page.locator('.letter-text').waitFor();
  await assertAccessible(reviewer.page, 'a letter on a phone');
  await assertFits(reviewer.page, 'a letter on a phone');
  await act(reviewer.page, '审核通过');
  await reviewer.page.locator('.page-facts').getByText('审核通过').waitFor();
  const signatory = await office.signedIn('signatory', letter);
  await act(signatory.page, '签发');
  await signatory.page.locator('.page-facts').getByText(/〔\d{4}〕\d+号/).waitFor();
  await pictured(signatory.page);
  await clerk.page.reload();
  await clerk.page.getByRole('button', { name: '登记送达' }).click();
  assert.equal(await drawer(clerk.page).getByLabel('送达方式').inputValue(), 'mail', 'the route is said before it is sent');
  await drawer(clerk.page).getByLabel(/邮件号码/).fill('XA0001');
  await drawer(clerk.page).getByRole('button', { name: '登记送达' }).click();
  await clerk.page.getByText('以交邮之日为准', { exact: false }).waitFor();
  await act(clerk.page, '登记签收');
  await clerk.page.getByText(/\d{4}-\d{2}-\d{2} 签收/).waitFor();
  await clerk.page.context().close();
  await reviewer.page.context().close();
  await signatory.page.context().close();
});

test('letters are listed by how far they have come and printed as one', async () => {
  const { page } = await office.signedIn('clerk', '/letters');
  await page.locator('table.is-list').waitFor();
  await assertAccessible(page, 'the list of letters');
  await page.getByLabel('选择本页全部').check();
  await page.getByRole('button', { name: '合并打印' }).first().click();
  const dialog = page.getByRole('dialog', { name: '合并打印' });
  await dialog.getByText('请核对下列', { exact: false }).waitFor();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: '合并打印' }).click();
  assert.equal((await download).suggestedFilename(), '文书.pdf');
  await office.goto(page, '/letters?status=cancelled&kind=acknowledgement');
  await page.getByText('没有这样的文书').waitFor();
  await page.context().close();
});

test('files leave with a severance log, after the review alone', async () => {
  const clerk = await office.signedIn('clerk', `${caseAddress}/new-letter?kind=third_party_notice`);
  const form = clerk.page.locator('form.form');
  for (const [label, value] of [['收件人', '某公司（示例）'], ['公开内容', '合同全文'], ['公开理由', '涉及财政资金使用']]) {
    await form.getByLabel(label, { exact: true }).fill(value);
  }
  await clerk.page.getByRole('button', { name: '按模板拟写' }).click();
  await clerk.page.getByRole('heading', { name: '随文书提供的文件' }).waitFor();
  const address = addressOf(clerk.page);
  await clerk.page.getByRole('button', { name: '添加文件' }).click();
  await drawer(clerk.page).getByLabel('附件名称').fill('合同');
  await drawer(clerk.page).locator('input[type=file]').setInputFiles([{ name: '合同.png', mimeType: 'image/png', buffer: png }]);
  await drawer(clerk.page).getByRole('button', { name: '添加文件' }).click();
  await clerk.page.getByRole('button', { name: /区分处理记录/ }).click();
  await drawer(clerk.page).getByRole('button', { name: '增加一行' }).click();
  await drawer(clerk.page).getByLabel('位置').fill('第3页第2段');
  await drawer(clerk.page).getByLabel('依据的例外').selectOption({ index: 1 }).catch(async () => {
    await drawer(clerk.page).locator('.el-select').first().click();
    await clerk.page.getByRole('option').first().click();
  });
  await drawer(clerk.page).getByLabel('理由').fill('涉及银行账号');
  await drawer(clerk.page).getByRole('button', { name: /区分处理记录/ }).click();
  await clerk.page.getByText('第3页第2段').waitFor();
  await assertAccessible(clerk.page, 'released files');
  const reviewer = await office.signedIn('secrecy_reviewer', address);
  await reviewer.page.getByRole('button', { name: /^可以提供/ }).click();
  await drawer(reviewer.page).getByRole('button', { name: '可以提供' }).click();
  await reviewer.page.locator('#letter-files').locator('..').locator('..').getByText('可以提供').first().waitFor();
  await clerk.page.context().close();
  await reviewer.page.context().close();
});

test('a template is changed as a docx, checked, and gone back from', async () => {
  const { page } = await office.signedIn('clerk', '/letter-templates');
  await assertAccessible(page, 'templates');
  await page.getByRole('link', { name: '信息不存在' }).click();
  await pictured(page);
  await assertAccessible(page, 'a template');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载模板 docx' }).click();
  const path = await (await download).path();
  await page.getByRole('button', { name: '上传新版' }).click();
  await drawer(page).locator('input[type=file]').setInputFiles(path);
  await drawer(page).getByRole('button', { name: '上传新版' }).click();
  await page.getByText('本机关第 1 版').first().waitFor();
  await page.getByRole('button', { name: '恢复标准文本' }).click();
  await page.getByRole('dialog', { name: '恢复标准文本' }).getByRole('button', { name: '恢复标准文本' }).click();
  await page.locator('.page-facts').getByText('标准文本').waitFor();
  await page.context().close();
});

test('numbers have the pattern that the agency lays down', async () => {
  const { page } = await office.signedIn('clerk', '/number-patterns', { viewport: wide });
  await page.getByRole('button', { name: '设定发文字号' }).click();
  await drawer(page).getByLabel('格式').fill('西政公开');
  await drawer(page).getByRole('button', { name: '设定发文字号' }).click();
  await page.getByRole('alert').getByText('不能使用', { exact: false }).waitFor();
  await drawer(page).getByLabel('格式').fill('西政公开〔{{年}}〕{{序号}}号');
  await drawer(page).getByRole('button', { name: '设定发文字号' }).click();
  await page.getByText(/西政公开〔\d{4}〕\d+号/).waitFor();
  await assertAccessible(page, 'number patterns');
  await page.context().close();
});

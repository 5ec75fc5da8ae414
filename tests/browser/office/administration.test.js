// Administration: an account by a one-time link, roles given and taken, what becomes of agencies, and
// two who change the same settings.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { assertAccessible, day, drawer, fillDate, form, officeOfDemo, openForm, send, signIn } from './office.js';

const office = officeOfDemo();
let link;
const secret = 'Liantongshu-2026-chuntian';

test('an account begins with a one-time link that its holder uses once', async () => {
  const { page } = await office.signedIn('system_administrator', '/accounts');
  const opened = await openForm(page, '新建账号');
  await opened.getByLabel('姓名', { exact: true }).fill('张某');
  await opened.getByLabel('登录名', { exact: true }).fill('zhang');
  await send(page, '新建账号');
  await page.getByRole('heading', { name: '张某', level: 1 }).waitFor();
  const acts = page.locator('ul.acts');
  await acts.getByText('8.1.4.1 身份鉴别').first().waitFor();
  const closed = page.locator('details.fold').filter({ hasText: '现在不能办理' });
  await closed.locator('summary').click();
  assert.ok(await closed.getByRole('button', { name: '授予角色' }).isDisabled(), 'roles are given by another administrator');
  assert.match(await closed.locator('.why').first().textContent(), /没有|不能/);
  const reason = await openForm(page, '签发一次性链接');
  await reason.getByLabel('理由').fill('新到岗');
  await send(page, '签发一次性链接');
  link = (await page.locator('section.notice code.secret').textContent()).trim();
  await assertAccessible(page, 'the page of an account');
  await page.context().close();

  const own = await office.open();
  await own.page.goto(link);
  await own.page.getByText(/^至少\d+个字符，包含/).waitFor();
  await own.page.getByLabel('新密码', { exact: true }).fill('short');
  await own.page.getByLabel('再输入一次新密码').fill('short');
  await own.page.getByRole('button', { name: '保存新密码' }).click();
  await own.page.getByRole('alert').waitFor();
  await own.page.getByLabel('新密码', { exact: true }).fill(secret);
  await own.page.getByLabel('再输入一次新密码').fill(secret);
  await own.page.getByRole('button', { name: '保存新密码' }).click();
  await own.page.getByText('密码已经设置，请登录。').waitFor();
  await own.page.goto('about:blank');
  await own.page.goto(link);
  await own.page.getByLabel('新密码', { exact: true }).fill(`${secret}-2`);
  await own.page.getByLabel('再输入一次新密码').fill(`${secret}-2`);
  await own.page.getByRole('button', { name: '保存新密码' }).click();
  await own.page.getByRole('alert').waitFor();
  await own.page.context().close();
});

test('roles are given and taken by the security administrator, and open and close pages', async () => {
  const { page } = await office.signedIn('security_administrator', '/roles');
  const opened = await openForm(page, '授予角色');
  await opened.getByLabel('账号').click();
  await page.getByRole('option', { name: /张某/ }).click();
  await opened.getByLabel('角色', { exact: true }).selectOption('clerk');
  await fillDate(opened.getByLabel('自', { exact: true }), day());
  await send(page, '授予角色');
  const row = page.getByRole('row').filter({ hasText: '张某' });
  await row.waitFor();

  const own = await office.open('/cases');
  await signIn(own.page, 'zhang', secret);
  await own.page.getByRole('heading', { name: '申请办理', level: 1 }).waitFor();

  await row.getByRole('button', { name: /终止角色/ }).click();
  await fillDate(form(page).getByLabel('最后一天'), day(-1));
  await form(page).getByLabel('理由').fill('岗位调整');
  await send(page, '终止角色');
  await row.waitFor({ state: 'detached' });
  await office.goto(own.page, '/cases');
  await own.page.getByRole('heading', { name: '您的角色没有打开这个页面的权限' }).waitFor();
  await own.page.context().close();
  await page.context().close();
});

async function establish(page, code, name) {
  await office.goto(page, '/agencies');
  const opened = await openForm(page, '登记机关');
  await opened.getByLabel('代码').fill(code);
  await opened.getByLabel('名称', { exact: true }).fill(name);
  await opened.getByLabel('简称').fill(name);
  await opened.getByLabel('层级').selectOption({ index: 5 });
  await fillDate(opened.getByLabel('设立日期'), day(-30));
  await send(page, '登记机关');
  await page.getByRole('heading', { name, level: 1 }).waitFor();
}

async function because(page, act) {
  await fillDate(form(page).getByLabel('生效日期'), day());
  await form(page).getByLabel('依据和理由').fill('机构改革');
  await send(page, act);
  await form(page).waitFor({ state: 'detached' });
}

test('agencies are renamed, merged and split from a day on, and keep what they were', async () => {
  const { page } = await office.signedIn('system_administrator', '/agencies');
  await establish(page, 'jiasuo', '示例甲所');
  await establish(page, 'yisuo', '示例乙所');
  await openForm(page, '更名');
  await form(page).getByLabel('新名称').fill('示例乙站');
  await form(page).getByLabel('新简称').fill('乙站');
  await because(page, '更名');
  await page.getByRole('heading', { name: '示例乙站', level: 1 }).waitFor();
  await openForm(page, '并入其他机关');
  await form(page).getByLabel('并入的机关').selectOption('jiasuo');
  await because(page, '并入其他机关');
  await page.locator('ol.timeline li').filter({ hasText: '并入示例甲所' }).waitFor();
  assert.equal(await page.getByRole('button', { name: '更名' }).count(), 0, 'what has ended is not changed');

  await office.goto(page, '/agencies/jiasuo');
  await openForm(page, '分出新机关');
  await form(page).getByLabel('代码').fill('bingsuo');
  await form(page).getByLabel('名称', { exact: true }).fill('示例丙所');
  await form(page).getByLabel('简称').fill('丙所');
  await form(page).getByLabel('层级').selectOption({ index: 5 });
  await because(page, '分出新机关');
  await page.locator('ol.timeline li').filter({ hasText: '分出示例丙所' }).waitFor();
  await assertAccessible(page, 'the page of an agency');
  await openForm(page, '调整隶属');
  await form(page).getByLabel('新的上级机关').selectOption('shawan');
  await fillDate(form(page).getByLabel('生效日期'), day());
  await form(page).getByLabel('依据和理由').fill('机构改革');
  await send(page, '调整隶属');
  await form(page).getByText('您不管理沙湾市人民政府，不能把机关放在它之下。').first().waitFor();
  await office.goto(page, '/agencies/shawan');
  await page.getByRole('heading', { name: '沙湾市人民政府', level: 1 }).waitFor();
  assert.equal(await page.getByRole('button', { name: '更名' }).count(), 0, 'an agency of another administrator is looked at');
  await office.goto(page, '/agencies');
  for (const name of ['示例甲所', '示例乙站', '示例丙所']) {
    await page.getByRole('link', { name }).waitFor();
  }
  await page.context().close();
});

test('an agency is not ended while something hangs on it, and all that hangs is told', async () => {
  const { page } = await office.signedIn('system_administrator', '/agencies/xigebi');
  await openForm(page, '撤销机关');
  await fillDate(form(page).getByLabel('生效日期'), day());
  await form(page).getByLabel('依据和理由').fill('机构改革');
  await send(page, '撤销机关');
  const told = page.getByRole('alert');
  await told.getByText(/还有\d+件申请未办结/).waitFor();
  await told.getByText(/还有账号没有注销：.*等\d+个/).waitFor();
  await told.getByText('先移交未办结的工作，再注销这些账号', { exact: false }).waitFor();
  await assertAccessible(page, 'what hangs on an agency');
  await page.reload();
  await page.getByRole('button', { name: '撤销机关' }).waitFor();
  await page.context().close();
});

test('a unit is not ended while it has something to look for', async () => {
  const { page } = await office.signedIn('system_administrator', '/agencies/xigebi');
  const row = page.getByRole('listitem').filter({ hasText: '经济发展办公室' });
  await row.getByRole('button', { name: /^撤销内设机构/ }).click();
  await fillDate(form(page).getByLabel('最后一天'), day());
  await form(page).getByLabel('依据和理由').fill('机构改革');
  await send(page, '撤销内设机构');
  const told = page.getByRole('alert');
  await told.getByText(/经济发展办公室还有\d+件检索任务没有反馈/).waitFor();
  await assertAccessible(page, 'what hangs on a unit');
  await page.context().close();
});

test('the trail is searched by what was done, and read in words', async () => {
  const { page } = await office.signedIn('audit_administrator', '/trail');
  await page.getByRole('combobox', { name: '操作' }).click();
  await page.getByRole('option', { name: '申请：送达', exact: true }).click();
  await page.getByRole('button', { name: '筛选' }).click();
  await page.waitForURL(/act=case\.deliver/);
  const rows = page.locator('table.is-list tbody tr');
  await rows.filter({ hasText: /申请 xigebi-\d{4}-\d{4}/ }).first().waitFor();
  const acts = await page.locator('td[data-label="操作"]').allTextContents();
  assert.deepEqual([...new Set(acts.map((each) => each.trim()))], ['送达']);
  await rows.first().getByRole('button', { name: /^详情/ }).click();
  await page.locator('.el-drawer').getByText('申请编号').waitFor();
  await assertAccessible(page, 'an entry of the trail');
  await page.context().close();
});

test('a circular is loaded as it was previewed, without choosing the file again', async () => {
  const { page } = await office.signedIn('system_administrator', '/calendars');
  const circular = (text) => ({ name: '2027.toml', mimeType: 'text/plain', buffer: Buffer.from(text) });
  await openForm(page, '预览变化');
  await drawer(page).getByLabel('日历文件').setInputFiles(circular('year = 2027\n[[holiday]]\nname = "元旦"\noff = [2027-13-01]\n'));
  await drawer(page).getByRole('button', { name: '预览变化' }).click();
  await page.getByRole('alert').waitFor();
  await drawer(page).getByLabel('日历文件').setInputFiles(circular(`year = 2027
[[source]]
title = "关于2027年部分节假日安排的通知（示例）"
document_number = "示例〔2026〕1号"
[[holiday]]
name = "元旦"
off = [2027-01-01]
`));
  await drawer(page).getByRole('button', { name: '预览变化' }).click();
  await page.getByRole('heading', { name: '会移动的期限' }).waitFor();
  await assertAccessible(page, 'the preview of a circular');
  await page.getByRole('button', { name: '载入这份放假安排' }).click();
  await page.getByText('放假安排已经载入。').waitFor();
  await page.getByRole('heading', { name: '2027年放假安排' }).waitFor();
  await page.context().close();
});

test('the usual words of an agency are kept in lists and offered where an act asks for a text', async () => {
  const { page } = await office.signedIn('office_head', '/dictionaries');
  const note = '申请人当面补交的材料已经核对原件。';
  await page.getByRole('button', { name: /修改词表.*办理说明/ }).click();
  await form(page).getByRole('button', { name: '增加一行' }).click();
  await send(page, '保存词表');
  await page.getByRole('alert').waitFor();
  await assertAccessible(page, 'a word that is empty');
  await form(page).getByLabel('词条', { exact: true }).last().fill(note);
  assert.equal(await form(page).getByLabel('可以选用').last().isChecked(), true, 'what is added is offered');
  await send(page, '保存词表');
  await page.getByText(note).waitFor();
  await page.context().close();

  const clerk = await office.signedIn('clerk', '/cases?state=in_progress');
  await clerk.page.locator('table.is-list th a').first().click();
  await clerk.page.locator('details.fold').filter({ hasText: '收件和材料' }).locator('summary').click();
  await clerk.page.getByRole('button', { name: '补充材料' }).click();
  await form(clerk.page).getByLabel('选用常用词条，填入“说明”').selectOption(note);
  assert.equal(await form(clerk.page).getByLabel(/^说明/).inputValue(), note);
  await assertAccessible(clerk.page, 'usual words in the form of an act');
  await clerk.page.context().close();
});

test('two who change the settings of the site at once see both sides', async () => {
  const one = await office.signedIn('office_head', '/site');
  const other = await office.signedIn('system_administrator', '/site');
  const telephone = (page) => form(page).getByLabel('联系电话');
  await telephone(one.page).waitFor();
  await telephone(other.page).waitFor();
  await telephone(one.page).fill('0993-0000001（示例）');
  await send(one.page, '保存网站信息');
  await one.page.getByText('已保存').first().waitFor();
  await telephone(other.page).fill('0993-0000002（示例）');
  await send(other.page, '保存网站信息');
  await other.page.getByRole('heading', { name: '别人已经先修改了这项内容' }).waitFor();
  await assertAccessible(other.page, 'both sides of a conflict');
  const sides = await other.page.locator('.sides').textContent();
  assert.match(sides, /0000001/);
  assert.match(sides, /0000002/);
  await send(other.page, '保存网站信息');
  await other.page.getByText('已保存').first().waitFor();
  assert.equal(await telephone(other.page).inputValue(), '0993-0000002（示例）');
  await one.page.context().close();
  await other.page.context().close();
});

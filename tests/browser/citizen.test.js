// Applying on line as people do it: wide and narrow, ordinary and large type, with and without
// scripts, with mistakes, with two clicks. Then following the case.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { follow, openPage, startBrowser } from './browser.js';
import { startServer } from './server.js';
import { expectSound } from './sound.js';

const wide = { width: 1280, height: 900 };
const phone = { width: 360, height: 740 };

let server;
let browser;

before(async () => {
  server = await startServer(process.env.GONGKAI_PROGRAM);
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const next = (page) => follow(page, '.actions .is-primary');
const hasFocus = (page, id) => page.waitForFunction((wanted) => document.activeElement.id === wanted, id);
const worked = (page) => page.waitForFunction(() => document.querySelector('[name=work]').value !== '');

// Every page but the last one, in a form in which all is right; `look` is called on each.
async function fill(page, type, look) {
  await page.goto(`${server.address}/applications${type}`);
  await look('guide');
  await follow(page, 'text=开始填写申请表');
  await look('agency');
  await page.check('input[value=xigebi]');
  await next(page);
  await look('applicant');
  await page.check('input[value=natural_person]');
  await page.fill('#name', '申请人甲');
  await next(page);
  await look('identity');
  await page.check('input[value=identity_card]');
  await page.fill('#identity_number', '１１０１０５ 19491231-002x');
  const buffer = await page.screenshot();
  await page.setInputFiles('#identity_file', { name: '证件.png', mimeType: 'image/png', buffer });
  await next(page);
  await look('contact');
  await page.check('input[value=sms]');
  await page.fill('#phone', '138 0000 0000');
  await next(page);
  await look('information');
  await page.fill('#title', '水渠修缮项目验收材料');
  await page.fill('#description', '2025年形成\n<b>含竣工图</b>');
  await next(page);
  await look('delivery');
  await page.check('input[value=electronic]');
  await page.check('input[value=online]');
  await next(page);
  await look('check');
}

for (const [name, viewport] of Object.entries({ wide, phone })) {
  for (const type of ['', '?v=large']) {
    test(`${name}${type}: from the guide to the receipt, the status and the withdrawal`, async () => {
      const { page, troubles } = await openPage(browser, server.address, { viewport });
      const look = (what) => expectSound(page, viewport, `${name}${type} ${what}`);
      await fill(page, type, look);
      assert.equal(await page.locator('html.elder').count(), type ? 1 : 0);
      assert.ok(await page.locator('text=<b>含竣工图</b>').count(), 'shown as it was typed');
      assert.ok(await page.locator('text=证件.png').count(), 'the file is kept');
      await worked(page);
      await page.dblclick('.actions .is-primary');
      await page.waitForSelector('.receipt');
      await look('receipt');
      const [number, code] = await page.locator('.receipt-no dd').allTextContents();
      await page.reload();
      assert.deepEqual(await page.locator('.receipt-no dd').allTextContents(), [number, code]);
      await page.goBack();
      await page.waitForSelector('.receipt');

      await follow(page, 'text=查询办理进度');
      await look('asking for the status');
      await page.fill('#number', number);
      await page.fill('#code', code.toLowerCase().replaceAll('-', ' '));
      await next(page);
      assert.match(await page.textContent('h1'), /等待双方确认收到/);
      await page.click('summary');
      await look('status');
      await follow(page, 'text=更改联系方式');
      await look('contact of the case');
      await page.fill('#email', 'jia@example.cn');
      await next(page);
      assert.match(await page.textContent('[role=status]'), /联系方式已经更改/);
      await follow(page, 'text=撤回申请');
      await look('withdrawal');
      await next(page);
      assert.match(await page.textContent('.due .mark'), /已终止/);
      await look('withdrawn');
      await follow(page, 'button:has-text("退出查询")');
      await page.waitForSelector('text=开始填写申请表');
      await page.goto(`${server.address}/applications/status/case`);
      assert.ok(await page.locator('#code').count(), 'nobody is let in any more');
      assert.deepEqual(troubles, []);
      await page.context().close();
    });
  }
}

test('what is wrong has the focus, the same words twice, and what was typed', async () => {
  const { page } = await openPage(browser, server.address, { viewport: phone });
  await page.goto(`${server.address}/applications`);
  await follow(page, 'text=开始填写申请表');
  await hasFocus(page, 'answer');
  await page.fill('#matter', '宅基地使用情况审核');
  await follow(page, 'button:has-text("推荐受理机关")');
  assert.ok(await page.locator('.is-suggested >> text=西戈壁镇').count());
  await next(page);
  await hasFocus(page, 'answer');
  assert.match(await page.title(), /^错误：/);
  await page.click('.errors a');
  await hasFocus(page, 'agency');
  await page.check('input[value=xigebi]');
  await next(page);
  await page.check('input[value=organization]');
  await page.fill('#name', '示例农机服务有限公司');
  await next(page);
  assert.equal(await page.inputValue('#name'), '示例农机服务有限公司');
  assert.equal(await page.locator('text=请选择单位类别。').count(), 2);
  await expectSound(page, phone, 'wrong');
  await page.check('input[value=commercial_enterprise]');
  await next(page);
  await page.check('input[value=credit_code]');
  await page.fill('#identity_number', '91350100M000100Y4');
  await next(page);
  assert.equal(await page.locator('text=统一社会信用代码应为18位，您填写了17位。').count(), 2);
  assert.equal(await page.inputValue('#identity_number'), '91350100M000100Y4');
  await expectSound(page, phone, 'wrong number');
  await follow(page, 'text=保存，稍后再填');
  await expectSound(page, phone, 'saved');
  await follow(page, '.notice a');
  assert.equal(await page.locator('input[value=xigebi]:checked').count(), 1);
  await page.goBack();
  await follow(page, 'text=删除这份申请表');
  assert.match(await page.textContent('h1'), /已经删除/);
  await page.context().close();
});

test('without scripts all of it works, with a short wait in place of the proof', async () => {
  const { page, troubles } = await openPage(browser, server.address, {
    viewport: phone,
    javaScriptEnabled: false,
  });
  await fill(page, '', async () => {});
  const check = page.url();
  await page.goto(check.replace('/check?', '/information?'));
  assert.equal(await page.inputValue('#description'), '2025年形成\n<b>含竣工图</b>', 'with its lines');
  await page.goto(check);
  await next(page);
  assert.match(await page.textContent('[role=status]'), /还需要等候\d+秒才能提交/);
  assert.equal(await page.locator('.actions .is-primary').textContent(), '提交政府信息公开申请');
  await page.goto(`${server.address}/applications/status/resend`);
  await page.fill('#number', 'xigebi-2026-9999');
  await page.fill('#contact', '13800000000');
  await next(page);
  assert.match(await page.textContent('[role=status]'), /已经收到您的请求/);
  assert.deepEqual(troubles, []);
  await page.context().close();
});

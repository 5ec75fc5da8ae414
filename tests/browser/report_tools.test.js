// What a visitor does with reports beside reading them: compares two, has one checked. All of it
// without scripts.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { follow, openPage, startBrowser } from './browser.js';
import { startServer } from './server.js';
import { expectSound } from './sound.js';

const sample = join(import.meta.dirname, '../report/data/liulin-2023.html');
const wide = { width: 1280, height: 900 };
const phone = { width: 360, height: 740 };
const compare = '/annual-reports/compare';

let server;
let browser;

before(async () => {
  const publish = ['report', 'import', '--agency', 'shawan', '--publish', '--year', '2023', sample];
  server = await startServer(process.env.GONGKAI_PROGRAM, [publish]);
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const hasFocus = (page, id) => page.waitForFunction((wanted) => document.activeElement.id === wanted, id);

// The report with a sum that does not agree.
function brokenReport() {
  const text = readFileSync(sample, 'utf8').replace('<td>1</td><td>2</td>', '<td>1</td><td>5</td>');
  return { name: 'broken.html', mimeType: 'text/html', buffer: Buffer.from(text) };
}

for (const [name, viewport] of Object.entries({ wide, phone })) {
  for (const type of ['', '?v=large']) {
    test(`${name}${type}: a report is checked, and the focus is on what was found`, async () => {
      const { page } = await openPage(browser, server.address, { viewport });
      await page.goto(`${server.address}/report-check${type}`);
      await follow(page, '.form-end button');
      await hasFocus(page, 'answer');
      assert.match(await page.title(), /^错误：/);
      await expectSound(page, viewport, 'empty form');
      await page.click('.errors a');
      await hasFocus(page, 'file');

      await page.setInputFiles('#file', brokenReport());
      await follow(page, '.form-end button');
      await hasFocus(page, 'answer');
      assert.equal(await page.locator('.statute').count(), 3);
      assert.equal(await page.locator('.is-broken').count(), 5);
      assert.equal(await page.locator('html.elder').count(), type ? 1 : 0);
      await expectSound(page, viewport, 'result');
      await page.context().close();
    });

    test(`${name}${type}: two reports stand side by side`, async () => {
      const { page } = await openPage(browser, server.address, { viewport });
      await page.goto(server.address + compare + type);
      await page.selectOption('#a', '2023');
      await page.selectOption('#b', 'shawan:2023');
      await follow(page, '.form-row button');
      await hasFocus(page, 'answer');
      assert.ok((await page.locator('.changes:not(.is-same) tbody tr').count()) > 10);
      assert.equal(await page.locator('html.elder').count(), type ? 1 : 0);
      await expectSound(page, viewport, 'two reports');
      await page.selectOption('#b', '2023');
      await follow(page, '.form-row button');
      await hasFocus(page, 'answer');
      await expectSound(page, viewport, 'one report twice');
      await page.context().close();
    });
  }
}

test('both work without scripts', async () => {
  const { page, troubles } = await openPage(browser, server.address, {
    viewport: wide,
    javaScriptEnabled: false,
  });
  await page.goto(`${server.address}/annual-reports`);
  await follow(page, 'text=核对一份年报');
  await page.setInputFiles('#file', brokenReport());
  await follow(page, '.form-end button');
  assert.equal(await page.locator('.explain').count(), 1);
  await page.goto(`${server.address}${compare}?a=2023&b=shawan:2023`);
  assert.ok(await page.locator('#answer').count());
  assert.deepEqual(troubles, []);
  await page.context().close();
});

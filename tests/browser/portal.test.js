// Every page of the portal as people meet it: wide and narrow, ordinary and large type, without
// scripts, by keyboard, on paper.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { AxeBuilder } from '@axe-core/playwright';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';

import { follow, openPage, startBrowser } from './browser.js';
import { startServer } from './server.js';

const report = '/annual-reports/2023';
const wide = { width: 1280, height: 900 };
const phone = { width: 360, height: 780 };

let server;
let browser;
let pages; // The addresses of all pages, as a visitor finds them from the home page.

const isFile = (path) => path.includes('/files/') || path.startsWith('/static/');
const large = (path) => {
  const url = new URL(path, server.address);
  url.searchParams.set('v', 'large');
  return url.pathname + url.search;
};

async function linksOf(path) {
  const answer = await fetch(server.address + path);
  const html = await answer.text();
  const hrefs = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1].replaceAll('&amp;', '&'));
  return { status: answer.status, html, hrefs };
}

async function crawl(start) {
  const seen = new Map();
  const waiting = [start];
  while (waiting.length > 0) {
    const path = waiting.pop();
    if (seen.has(path)) continue;
    const found = await linksOf(path);
    seen.set(path, found);
    for (const href of found.hrefs) {
      const url = new URL(href, server.address + path);
      const next = url.pathname + url.search;
      if (url.origin === server.address && !isFile(next) && !seen.has(next)) waiting.push(next);
    }
  }
  return seen;
}

before(async () => {
  server = await startServer(process.env.GONGKAI_PROGRAM);
  browser = await startBrowser();
  const found = await crawl('/');
  pages = [...found.keys()].filter((path) => !path.includes('v=large'));
  pages.push('/search?q=2023', '/search?q=%3Cb%3E%26', '/no-such-page');
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

test('every link leads to a page, and every anchor to its place', async () => {
  const found = await crawl('/');
  assert.ok(found.has(report), 'the demo report is linked');
  for (const [path, { status, hrefs }] of found) {
    assert.equal(status, 200, path);
    for (const href of hrefs) {
      assert.notEqual(href, '#', path);
      const url = new URL(href, server.address + path);
      if (url.origin !== server.address || isFile(url.pathname)) continue;
      const target = found.get(url.pathname + url.search);
      if (url.hash) {
        assert.ok(target.html.includes(`id="${url.hash.slice(1)}"`), `${path}: ${href}`);
      }
    }
  }
});

test('large type is kept from page to page', async () => {
  for (const [path, { html }] of await crawl(large('/'))) {
    const hasLargeType = html.includes('class="elder"');
    assert.equal(hasLargeType, path.includes('v=large'), path);
  }
});

test('the HTML is valid', async () => {
  const validator = new HtmlValidate(new FileSystemConfigLoader());
  for (const path of [...pages, ...pages.map(large)]) {
    const { html } = await linksOf(path);
    const found = await validator.validateString(html, join(import.meta.dirname, 'page.html'));
    const messages = found.results.flatMap((result) => result.messages);
    assert.deepEqual(
      messages.map((message) => `${path}:${message.line} ${message.ruleId}: ${message.message}`),
      [],
    );
  }
});

for (const [name, viewport] of Object.entries({ wide, phone })) {
  for (const type of ['ordinary', 'large']) {
    test(`${name}, ${type} type: no violation of accessibility, nothing wider than the screen`, async () => {
      const { page, troubles } = await openPage(browser, server.address, { viewport });
      for (const plain of pages) {
        const path = type === 'large' ? large(plain) : plain;
        const answer = await page.goto(server.address + path);
        const is404 = answer.status() === 404;
        assert.equal(is404, plain === '/no-such-page', path);
        const { violations } = await new AxeBuilder({ page }).analyze();
        assert.deepEqual(
          violations.flatMap((found) => found.nodes.map((node) => `${path} ${found.id}: ${node.html}`)),
          [],
        );
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(width <= viewport.width, `${path} is ${width} wide`);
        assert.equal(await page.locator('h1').count(), 1, `${path}: one h1`);
        const expected = is404 ? troubles.filter((text) => !text.includes('404')) : troubles;
        assert.deepEqual(expected, [], path);
        troubles.length = 0;
      }
      await page.context().close();
    });
  }
}

test('large type: no text below 18 px, no target below 60 px', async () => {
  const { page } = await openPage(browser, server.address, { viewport: wide });
  // An error has the ordinary type: it may be of an address that could not be read.
  for (const path of pages.filter((path) => path !== '/no-such-page')) {
    await page.goto(server.address + large(path));
    const small = await page.evaluate(() => {
      const found = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const { parentElement: element, textContent: text } = walker.currentNode;
        const isShown = element.getClientRects().length > 0 && !element.closest('.vh, .skip, .tag');
        if (isShown && text.trim() && parseFloat(getComputedStyle(element).fontSize) < 18) {
          found.push(`${element.tagName} ${text.trim()}`);
        }
      }
      for (const element of document.querySelectorAll('nav a, .tools a, .links a, .foot-links a, .site-line a, button, input[type=search]')) {
        const { height } = element.getBoundingClientRect();
        if (height > 0 && height < 59.5 && !element.closest('.entry')) {
          found.push(`${element.textContent} is ${height} high`);
        }
      }
      return found;
    });
    assert.deepEqual(small, [], path);
  }
  await page.context().close();
});

test('all works without scripts: search finds the report and the report reads', async () => {
  const { page, troubles } = await openPage(browser, server.address, {
    viewport: wide,
    javaScriptEnabled: false,
  });
  await page.goto(server.address);
  await page.fill('#q', '2023');
  await follow(page, 'button[type=submit]');
  await follow(page, '.news a');
  assert.equal(new URL(page.url()).pathname, report);
  assert.equal(await page.locator('.statute').count(), 3);
  assert.deepEqual(troubles, []);
  await page.context().close();
});

test('the keyboard reaches the text at once, and the wide tables on a phone', async () => {
  const { page } = await openPage(browser, server.address, { viewport: phone });
  await page.goto(server.address + report);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
  assert.ok((await page.locator('.skip').boundingBox()).x >= 0, 'the skip link is seen');
  await page.keyboard.press('Enter');
  await page.waitForURL(/#main$/);
  for (const region of await page.locator('.region[tabindex]').all()) {
    await region.focus();
    const before = await region.evaluate((element) => element.scrollLeft);
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(
      ([element, left]) => element.scrollLeft > left,
      [await region.elementHandle(), before],
    );
  }
  await page.context().close();
});

test('on paper there is the report alone, on A4, with all its tables', async () => {
  const { page } = await openPage(browser, server.address, { viewport: wide });
  await page.goto(server.address + report);
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-print-'));
  const file = join(folder, 'report.pdf');
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  const facts = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  const letters = text.replace(/\s/g, '');
  for (const part of ['总体情况', '本年制发件数', '结转下年度继续办理', '复议后起诉', '其他需要报告的事项']) {
    assert.ok(letters.includes(part), part);
  }
  for (const part of ['检索', '大字版', '网站地图', '可左右滑动', '历年报告']) {
    assert.ok(!letters.includes(part), part);
  }
  assert.match(facts, /Page size:\s+59[45][.\d]* x 84[12]/);
  await page.context().close();
});

test('every file of the report can be downloaded under a name', async () => {
  const { hrefs } = await linksOf(report);
  const files = hrefs.filter((href) => href.includes('/files/'));
  assert.ok(files.length >= 2, 'docx and JSON at least');
  for (const file of files) {
    const answer = await fetch(server.address + file);
    assert.equal(answer.status, 200, file);
    assert.match(answer.headers.get('content-disposition'), /^attachment; filename/, file);
    assert.ok((await answer.arrayBuffer()).byteLength > 500, file);
  }
});

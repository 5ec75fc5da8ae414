// Chromium, and a page that notes whatever goes wrong in it.
import { chromium } from 'playwright-core';

export async function startBrowser() {
  const executablePath = process.env.GONGKAI_CHROMIUM ?? '/usr/bin/chromium';
  const args = ['--disable-dev-shm-usage'];
  if (process.getuid() === 0) {
    args.push('--no-sandbox');
  }
  return chromium.launch({ executablePath, args });
}

// A page with `troubles`: console errors and warnings (CSP violations are among them), failed
// requests, requests to anyone else.
export async function openPage(browser, address, options) {
  const context = await browser.newContext({ bypassCSP: false, ...options });
  const page = await context.newPage();
  const troubles = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) {
      troubles.push(`console: ${message.text()} ${message.location().url}`.trim());
    }
  });
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`));
  // What a page still asks for while it is left for another is given up, and no trouble, whichever of
  // the two is heard of first; nor is the icon, which the browser asks for when it likes. Anything else
  // that breaks off is.
  let isLeaving = false;
  let pagesSeen = 0;
  let brokenOff = [];
  const pageOf = new WeakMap();
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) isLeaving = true;
    pageOf.set(request, pagesSeen);
    // A picture that came in an answer has an address of the page itself.
    if (!request.url().startsWith(address) && !request.url().startsWith(`blob:${address}`)) {
      troubles.push(`request to another: ${request.url()}`);
    }
  });
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame() || !isLeaving) return;
    isLeaving = false;
    pagesSeen += 1;
    for (const trouble of brokenOff) troubles.splice(troubles.indexOf(trouble), 1);
    brokenOff = [];
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    const trouble = `failed: ${request.url()} ${reason}`;
    const isBrokenOff = reason === 'net::ERR_ABORTED';
    if (isBrokenOff && (pageOf.get(request) !== pagesSeen || /\/favicon\.\w+\.svg$/.test(request.url()))) return;
    troubles.push(trouble);
    if (isBrokenOff) brokenOff.push(trouble);
  });
  return { page, troubles };
}

// Clicks what leads to another page, and waits until that has come: a click alone is over before it,
// and what is read next would be the page that is left.
export async function follow(page, selector) {
  const loaded = page.waitForEvent('load');
  await page.click(selector);
  await loaded;
}

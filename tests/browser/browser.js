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
  // What a page still asked for when it was left for another is given up, and no trouble; nor is the
  // icon, which the browser asks for when it likes. Anything else that breaks off is.
  let left = 0;
  const askedAt = new WeakMap();
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) left += 1;
    askedAt.set(request, left);
    // A picture that came in an answer has an address of the page itself.
    if (!request.url().startsWith(address) && !request.url().startsWith(`blob:${address}`)) {
      troubles.push(`request to another: ${request.url()}`);
    }
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    const isGivenUp = askedAt.get(request) !== left || /\/favicon\.\w+\.svg$/.test(request.url());
    if (reason !== 'net::ERR_ABORTED' || !isGivenUp) {
      troubles.push(`failed: ${request.url()} ${reason}`);
    }
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

// Every page of the workbench that anybody finds by the menu and from there, wide and on a phone:
// accessible, no wider than the screen, nothing in the console (a breach of the content security policy
// would stand there), nothing asked of anyone else.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { assertAccessible, assertFits, assertNoTrouble, officeOfDemo, phone, wide } from './office.js';

const office = officeOfDemo();

const roles = ['clerk', 'unit_officer', 'department_reviewer', 'deputy_leader', 'leading_group_member', 'office_head', 'signatory',
  'secrecy_reviewer', 'supervisor', 'system_administrator', 'security_administrator', 'audit_administrator'];

// The first line of each list stands for its lines; what lies below a page belongs to it.
const linksOf = (page) => page.evaluate(() => {
  const path = (link) => new URL(link.href).pathname;
  const first = ['main table.is-list th a', 'main .tree a', 'main ul.rows .grow a'].map((each) => document.querySelector(each));
  const below = [...document.querySelectorAll('main a[href]')].filter((link) => path(link).startsWith(`${location.pathname}/`));
  return [...first.filter(Boolean), ...below.slice(0, 12)].map(path).filter((each) => each.startsWith('/office/'));
});

const kindOf = (path) => path.replace(/[0-9a-z]{20,}/g, '{id}');

async function look(page, path, seen, name) {
  await page.goto(office.address + path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  await assertFits(page, `${name} ${path}`);
  await assertAccessible(page, `${name} ${path}`);
  seen.add(kindOf(path));
  return linksOf(page);
}

for (const viewport of [wide, phone]) {
  test(`every page is accessible and fits at ${viewport.width}`, async () => {
    const seen = new Set();
    for (const role of roles) {
      const { page, troubles } = await office.signedIn(role, '/', { viewport });
      const menu = await page.locator('nav.work-nav a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      // What a role is shown first differs; a page that another has been through is not gone through again.
      const waiting = [...menu, '/office/account', '/office/no-such-page'];
      await look(page, '/office/', seen, role);
      while (waiting.length > 0) {
        const path = waiting.shift();
        if (!seen.has(kindOf(path))) waiting.push(...await look(page, path, seen, role));
      }
      assertNoTrouble(troubles);
      await page.context().close();
    }
    assert.ok(seen.size > roles.length, 'more than the first pages were seen');
  });
}

// What every page must be: valid HTML, no wider than the screen, nothing for axe to mend.
import assert from 'node:assert/strict';
import { join } from 'node:path';

import { AxeBuilder } from '@axe-core/playwright';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';

export async function expectSound(page, viewport, name) {
  const validator = new HtmlValidate(new FileSystemConfigLoader());
  const found = await validator.validateString(
    await page.content(),
    join(import.meta.dirname, 'page.html'),
  );
  const messages = found.results.flatMap((result) => result.messages);
  assert.deepEqual(
    messages.map((message) => `${name} ${message.ruleId}: ${message.message}`),
    [],
  );
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= viewport.width, `${name} is ${width} wide`);
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(
    violations.flatMap((each) => each.nodes.map((node) => `${name} ${each.id}: ${node.html}`)),
    [],
  );
}

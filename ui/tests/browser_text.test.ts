import { expect, test } from 'vitest';

import { browser_text } from '@/parts/browser_text';

const engine = 'AppleWebKit/537.36 (KHTML, like Gecko)';

test('a browser is called what people call it', () => {
  expect(browser_text(`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${engine} Chrome/120.0.0.0 Safari/537.36`)).toBe('Chrome 120，Windows');
  expect(browser_text(`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${engine} Chrome/120.0.0.0 Safari/537.36 Edg/119.0.0.0`)).toBe('Edge 119，Windows');
  expect(browser_text('Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Gecko/20100101 Firefox/115.0')).toBe('Firefox 115，Linux');
  expect(browser_text('Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1')).toBe('Safari 17，iOS');
});

test('what is not known is left as it was said', () => {
  expect(browser_text('curl/8.5.0')).toBe('curl/8.5.0');
  expect(browser_text('')).toBe('');
});

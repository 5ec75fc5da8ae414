import { afterEach, describe, expect, it, vi } from 'vitest';

import { all_items } from '@/api/all_items';

// A server that has so many accounts and gives a page of them; returns the pages it was asked for.
function server_of(total: number): string[] {
  const pages: string[] = [];
  vi.stubGlobal('fetch', (address: string) => {
    const query = new URL(address, 'http://localhost').searchParams;
    const page = Number(query.get('page'));
    const size = Number(query.get('page_size'));
    pages.push(`${query.get('state')} ${page}`);
    const ids = Array.from({ length: total }, (_, index) => ({ id: String(index) }));
    return Promise.resolve(Response.json({ items: ids.slice((page - 1) * size, page * size), total }));
  });
  return pages;
}

describe('what one chooses from', () => {
  afterEach(() => vi.unstubAllGlobals());

  const asked = (total: number) => {
    const pages = server_of(total);
    return all_items('list_accounts', { path: { agency: 'xigebi' }, query: { state: 'active' } }).then((items) => ({ items, pages }));
  };

  it('is all there is, in its order, however many pages that are', async () => {
    const { items, pages } = await asked(230);
    expect(items.map((each) => each.id)).toEqual(Array.from({ length: 230 }, (_, index) => String(index)));
    expect(pages).toEqual(['active 1', 'active 2', 'active 3']);
  });

  it('is asked for once where one page holds it', async () => {
    expect((await asked(100)).pages).toEqual(['active 1']);
    expect((await asked(0)).pages).toEqual(['active 1']);
  });
});

// Every item of a list, page after page: what one chooses from has no pages.
import { call_any, type AnyInput, type Input, type ItemOf, type OperationId } from './call';

const page_size = 100;

export async function all_items<Id extends OperationId>(id: Id, input: Input<Id>): Promise<ItemOf<Id>[]> {
  const asked = input as AnyInput;
  const items: ItemOf<Id>[] = [];
  for (let page = 1; ; page += 1) {
    const answer = (await call_any(id, { ...asked, query: { ...asked.query, page, page_size } })) as { items: ItemOf<Id>[]; total: number };
    items.push(...answer.items);
    if (answer.items.length < page_size || items.length >= answer.total) return items;
  }
}

import { LIST_NAMES, type ListName } from '../../contract/api-parameters.ts';
import { contentsOf, fail, idOf, isObject, listOf, must, skip, type Check, type Json, type World } from './check.ts';

const COUNTS = ['total_items', 'total_pages', 'page_number', 'size'];
const FLAGS = ['first_page', 'last_page', 'empty'];

function envelopeFault(page: Json): string | undefined {
  const count = COUNTS.find((name) => !Number.isInteger(page[name]));
  const flag = FLAGS.find((name) => typeof page[name] !== 'boolean');
  if (count !== undefined) return `${count} is no whole number`;
  return flag === undefined ? undefined : `${flag} is neither true nor false`;
}

/** What a page must say of itself, as arithmetic has it. */
function pageFault(page: Json, of: { number: number; perPage: number; total: number }): string | undefined {
  const fault = envelopeFault(page);
  if (fault !== undefined) return fault;
  const pages = Math.ceil(of.total / of.perPage);
  const size = Math.min(of.perPage, of.total - of.perPage * (of.number - 1));
  const expected: Json = {
    total_items: of.total,
    total_pages: pages,
    page_number: of.number,
    size,
    first_page: of.number === 1,
    last_page: of.number === pages,
    empty: size === 0,
  };
  const wrong = Object.entries(expected).find(([name, value]) => page[name] !== value);
  if (wrong !== undefined)
    return `${wrong[0]} is ${JSON.stringify(page[wrong[0]])} and not ${JSON.stringify(wrong[1])}`;
  const shown = contentsOf(page, 'the page').length;
  return shown === size ? undefined : `${shown} items are there and not ${size}`;
}

async function pageOf(world: World, list: ListName, of: { number: number; perPage: number }): Promise<Json> {
  const query = { page: String(of.number), per_page: String(of.perPage) };
  const { status, json } = await world.client.get(`/${list}`, query);
  must(status === 200, `page ${of.number} of /${list} answers ${status}`);
  return isObject(json) ? json : fail(`page ${of.number} of /${list} is no JSON object`);
}

function exactPages(list: ListName): Check {
  return {
    name: `the first, middle and last page of /${list} are exact`,
    run: async (world) => {
      const { total } = listOf(world, list);
      const perPage = Math.min(100, Math.max(1, Math.ceil(total / 5)));
      const pages = Math.ceil(total / perPage);
      for (const number of new Set([1, Math.ceil(pages / 2), pages])) {
        const fault = pageFault(await pageOf(world, list, { number, perPage }), { number, perPage, total });
        must(fault === undefined, `page ${number} of ${pages}: ${fault}`);
      }
    },
  };
}

function beyondTheLast(list: ListName): Check {
  return {
    name: `beyond the last page of /${list} there is nothing`,
    run: async (world) => {
      const { total } = listOf(world, list);
      const { status, json } = await world.client.get(`/${list}`, { page: String(total + 2), per_page: '1' });
      if (status >= 400 && status < 500) return;
      must(contentsOf(json, `/${list}`).length === 0, 'the page beyond the last has items');
    },
  };
}

function wholePages(list: ListName): Check {
  return {
    name: `the pages of /${list} hold every item once`,
    run: async (world) => {
      const { ids, total, isWhole } = listOf(world, list);
      const twice = ids.find((id, index) => ids.indexOf(id) !== index);
      must(twice === undefined, `${twice} is on two pages`);
      if (!isWhole) skip(`${total} items are more than are read here; the first ${ids.length} are there once`);
      must(ids.length === total, `${ids.length} items are on the pages and ${total} are said to be there`);
    },
  };
}

function sameLines(list: ListName): Check {
  return {
    name: `ndjson of /${list} is what its pages hold`,
    run: async (world) => {
      const { ids, isWhole } = listOf(world, list);
      if (!isWhole) skip('the list is longer than is read here');
      const { status, text } = await world.client.get(`/${list}`, { format: 'ndjson' });
      must(status === 200, `format=ndjson answers ${status}`);
      const lines = text.split('\n').filter((line) => line.trim() !== '');
      const told = new Set(
        lines.map((line) => {
          const one: unknown = JSON.parse(line);
          return isObject(one) ? idOf(one) : fail('a line is no object');
        }),
      );
      must(told.size === lines.length, 'an item is on two lines');
      const missing = ids.find((id) => !told.has(id));
      must(missing === undefined, `${missing} is on a page and on no line`);
      must(told.size === ids.length, `${told.size} lines and ${ids.length} items on the pages`);
    },
  };
}

function resolvable(list: ListName): Check {
  return {
    name: `GET /${list}/{id} answers each item of the list, and 404 for none`,
    run: async (world) => {
      const { ids } = listOf(world, list);
      for (const id of [ids[0], ids[Math.floor(ids.length / 2)], ids.at(-1)]) {
        const { status, json } = await world.client.get(`/${list}/${encodeURIComponent(String(id))}`);
        must(status === 200, `GET /${list}/${id} answers ${status}`);
        must(isObject(json) && json['id'] === id, `GET /${list}/${id} answers another`);
      }
      const { status } = await world.client.get(`/${list}/00000000-0000-4000-8000-000000000000`);
      must(status === 404, `an id that nobody has answers ${status} and not 404`);
    },
  };
}

function sameByPost(list: ListName): Check {
  return {
    name: `POST /${list} answers as GET does`,
    run: async (world) => {
      listOf(world, list);
      const query = { per_page: '3', page: '1' };
      const { json } = await world.client.get(`/${list}`, query);
      const words = new URLSearchParams(query).toString();
      const posted = await world.client.send(`/${list}?${words}`, { method: 'POST' });
      if ([404, 405, 501].includes(posted.status)) skip('POST is optional, and is not there');
      must(posted.status === 200, `POST /${list} answers ${posted.status}`);
      must(JSON.stringify(posted.json) === JSON.stringify(json), 'POST answers something else');
    },
  };
}

/** Pages, lines and single records of every list that is there. */
export const LIST_CHECKS: Check[] = LIST_NAMES.flatMap((list) => [
  exactPages(list),
  beyondTheLast(list),
  wholePages(list),
  sameLines(list),
  resolvable(list),
  sameByPost(list),
]);

import type { ApiClient } from './api-client.ts';
import type { ListName } from '../../contract/api-parameters.ts';

export type Json = Record<string, unknown>;

/** What one check found. What cannot be checked is said, with the reason: it is not passed. */
export type Finding = { check: string; result: 'pass' | 'fail' | 'skipped'; detail: string | null };

/** A list of the server that is checked: its first page and, as far as it goes, everything in it. */
export type Listed = { items: Json[]; ids: string[]; total: number; isWhole: boolean };

export type World = { client: ApiClient; lists: Map<ListName, Listed>; isStrict: boolean };

/** Something that must hold of every HSDS interface. It fails by throwing `Fault`, and is left out by throwing `Skipped`. */
export type Check = { name: string; run: (world: World) => Promise<void> };

export class Fault extends Error {}
export class Skipped extends Error {}

export function fail(detail: string): never {
  throw new Fault(detail);
}

export function skip(reason: string): never {
  throw new Skipped(reason);
}

/** Fails unless it holds. */
export function must(holds: boolean, detail: string): void {
  if (!holds) fail(detail);
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The items of a page; fails where there are none to read. */
export function contentsOf(json: unknown, where: string): Json[] {
  if (!isObject(json) || !Array.isArray(json['contents'])) return fail(`${where} has no contents`);
  return json['contents'].filter(isObject);
}

export const idOf = (item: Json): string => String(item['id']);

/** A list that the server has and that is not empty. */
export function listOf(world: World, list: ListName): Listed {
  const found = world.lists.get(list);
  if (found === undefined) return skip(`there is no /${list}`);
  return found.items.length === 0 ? skip(`/${list} is empty`) : found;
}

/** Every identifier that a question to a list finds, page by page. */
export async function findIds(world: World, list: ListName, query: Record<string, string>): Promise<string[]> {
  const ids: string[] = [];
  for (let page = 1; page <= 60; page += 1) {
    const { status, json } = await world.client.get(`/${list}`, { ...query, page: String(page), per_page: '100' });
    must(status === 200, `/${list}?${new URLSearchParams(query).toString()} answers ${status}`);
    const contents = contentsOf(json, `/${list}`);
    ids.push(...contents.map(idOf));
    if (contents.length === 0 || (json as Json)['last_page'] === true) break;
  }
  return ids;
}

import { LIST_NAMES, type ListName } from '../../contract/api-parameters.ts';
import { ABOUT_CHECKS } from './about-checks.ts';
import { ApiClient, type Ask } from './api-client.ts';
import {
  contentsOf,
  idOf,
  isObject,
  Skipped,
  type Check,
  type Finding,
  type Json,
  type Listed,
  type World,
} from './check.ts';
import { FILTER_CHECKS } from './filter-checks.ts';
import { HTTP_CHECKS } from './http-checks.ts';
import { LIST_CHECKS } from './list-checks.ts';
import { SHAPE_CHECKS, UnknownTold } from './shape-checks.ts';

export type InterfaceReport = { base: string; requests: number; isPassed: boolean; findings: Finding[] };

/** Everything that must hold of an HSDS 3.x interface, in the order in which it is told. */
export const CHECKS: Check[] = [...ABOUT_CHECKS, ...LIST_CHECKS, ...FILTER_CHECKS, ...HTTP_CHECKS, ...SHAPE_CHECKS];

const MOST_PAGES = 20;
const PER_PAGE = 100;

/** Reads a list as far as a guest may; undefined where the server does not have it. */
async function read(client: ApiClient, list: ListName): Promise<Listed | undefined> {
  const items: Json[] = [];
  let total = 0;
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const { status, json } = await client.get(`/${list}`, { page: String(page), per_page: String(PER_PAGE) });
    if (status !== 200 || !isObject(json))
      return page === 1 ? undefined : { items, ids: items.map(idOf), total, isWhole: false };
    const contents = contentsOf(json, `/${list}`);
    items.push(...contents);
    total = typeof json['total_items'] === 'number' ? json['total_items'] : items.length;
    if (contents.length === 0 || json['last_page'] === true) break;
  }
  return { items, ids: items.map(idOf), total, isWhole: items.length >= total || items.length < MOST_PAGES * PER_PAGE };
}

async function run(check: Check, world: World): Promise<Finding> {
  try {
    await check.run(world);
    return { check: check.name, result: 'pass', detail: null };
  } catch (fault) {
    const detail = fault instanceof Error ? fault.message : String(fault);
    if (fault instanceof UnknownTold)
      return { check: check.name, result: 'pass', detail: `beyond HSDS 3.1: ${detail}` };
    return { check: check.name, result: fault instanceof Skipped ? 'skipped' : 'fail', detail };
  }
}

/**
 * Holds any HSDS 3.x interface against what the standard says of its behaviour, by reading alone and with a bounded number of
 * requests: what the schemas cannot see (pages, filters, lines, languages of HTTP) and what they can. Where `isStrict`,
 * properties that HSDS does not know are faults too.
 */
export async function checkInterface(
  base: string,
  { ask = fetch, isStrict = false, checks = CHECKS }: { ask?: Ask; isStrict?: boolean; checks?: Check[] } = {},
): Promise<InterfaceReport> {
  const client = new ApiClient(base, ask);
  const lists: World['lists'] = new Map();
  const findings: Finding[] = [];
  for (const list of LIST_NAMES) {
    try {
      const found = await read(client, list);
      if (found !== undefined) lists.set(list, found);
    } catch (fault) {
      const detail = fault instanceof Error ? fault.message : String(fault);
      findings.push({ check: `/${list} can be read`, result: 'fail', detail });
    }
  }
  for (const check of checks) findings.push(await run(check, { client, lists, isStrict }));
  const isPassed = findings.every(({ result }) => result !== 'fail');
  return { base: client.base, requests: client.asked, isPassed, findings };
}

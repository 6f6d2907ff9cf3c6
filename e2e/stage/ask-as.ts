import assert from 'node:assert/strict';
import { SCREENING_FORM } from '@qantara/screening/contract';
import type { Visitor } from './visitor.ts';

/** Sends a command of the interface as this colleague. */
export async function send<T>(visitor: Visitor, path: string, data: object): Promise<T> {
  const headers = { origin: visitor.address };
  const answer = await visitor.context.request.post(`${visitor.address}/api${path}`, { data, headers });
  assert.ok(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** Reads an address of the interface as this colleague. */
export async function read<T>(visitor: Visitor, path: string): Promise<T> {
  const answer = await visitor.context.request.get(`${visitor.address}/api${path}`);
  assert.ok(answer.ok(), `${path}: ${answer.status()}`);
  return (await answer.json()) as T;
}

/** Lets a partner show the region's form to ask for help; the page that their site frames. */
export async function makeEmbed(planner: Visitor): Promise<string> {
  const { items } = await read<{ items: { organisationId: string }[] }>(planner, '/organisations?perPage=100');
  const given = { organisationId: items[0]?.organisationId, origins: ['https://partner.example'] };
  const { embedKey } = await send<{ embedKey: string }>(planner, `/forms/${SCREENING_FORM}/embeds`, given);
  return `embed/${embedKey}`;
}

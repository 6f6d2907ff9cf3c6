import type { Problem, Route } from '@qantara/kernel';
import type { Visitor } from '../stage/visitor.ts';
import { inputsFor } from '../../apps/server/matrix/inputs.ts';
import { fillTexts } from './fill-texts.ts';

type Fields = Record<string, unknown>;

export type Written = { path: string; place: string };

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MOST_TRIES = 8;

/** They take no text, and make what others write in. */
const MAKES = /\/(?:shortlists|consents|screenings|links|share|take|items)$/;

/** What is never shown, and would lock its owner out. */
const SECRET = /\/(?:sign-in|second-factor|setup|enrolments|codes|account\/(?:password|confirm|telephone)|sign-out)/;

/** The records that somebody has met, by the name that a field gives them. */
export class Met {
  readonly #ids = new Map<string, string>();
  readonly #versions = new Map<string, number>();

  /** Remembers what an answer names; what was made by ourselves comes before what was listed. */
  look(value: unknown, isOwn: boolean): void {
    if (typeof value !== 'object' || value === null) return;
    const fields = value as Fields;
    for (const [name, one] of Object.entries(fields)) {
      this.look(one, isOwn);
      if (typeof one !== 'string' || !UUID.test(one) || !name.endsWith('Id')) continue;
      if (isOwn || !this.#ids.has(name)) this.#ids.set(name, one);
      if (typeof fields['version'] === 'number') this.#versions.set(one, fields['version']);
    }
  }

  /** The input about records that are there. */
  about(input: Fields): Fields {
    const known = Object.entries(input).map(([name, one]): [string, unknown] => {
      const list = name === 'recipients' || name === 'organisationIds' || name === 'serviceIds';
      const id = this.#ids.get(list ? (name === 'serviceIds' ? 'serviceId' : 'organisationId') : name);
      if (list && id !== undefined) return [name, [id]];
      return [name, typeof one === 'string' && UUID.test(one) ? (id ?? one) : one];
    });
    const found = Object.fromEntries(known);
    const version = Object.values(found).flatMap((one) => this.#versions.get(String(one)) ?? []);
    return 'version' in found && version.length > 0 ? { ...found, version: Math.max(...version) } : found;
  }
}

async function send(visitor: Visitor, route: Route, input: Fields) {
  const [method = '', pattern = ''] = route.path.split(' ');
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(input[name])));
  const headers = { origin: new URL(visitor.address).origin };
  const url = `${visitor.address}/api${path}`;
  const answer = await visitor.context.request.fetch(url, {
    method,
    headers,
    ...(method === 'POST' ? { data: input } : {}),
  });
  const body = (await answer.text()) || '{}';
  if (answer.status() >= 500)
    throw new Error(`${route.path} was answered with ${answer.status()}: ${JSON.stringify(input)}`);
  return { status: answer.status(), body: JSON.parse(body) as unknown };
}

type Writing = { visitor: Visitor; route: Route; base: Fields; met: Met; text: (most: number) => string };

/** Sends the text in every place; where the route refuses some of them, in the others. */
async function writeTexts({ visitor, route, base, met, text }: Writing): Promise<Written[]> {
  const without = new Set<string>();
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { value, places } = fillTexts(route, met.about(base), { text: (_place, most) => text(most), without });
    if (places.length === 0 && !MAKES.test(route.path)) return [];
    const { status, body } = await send(visitor, route, value as Fields);
    if (status < 300) {
      met.look(body, true);
      return places.map((place) => ({ path: route.path, place }));
    }
    const refused = (body as Partial<Problem>).errors?.map(({ pointer }) => pointer.replace(/^#\//, '')) ?? [];
    const removed = places.filter((place) =>
      refused.some((one) => place === one || place.startsWith(`${one}/`) || one.startsWith(`${place}/`)),
    );
    if (removed.length === 0) return [];
    for (const place of removed) without.add(place);
  }
  return [];
}

/** Calls every list that takes nothing, so that its records are met; then every POST twice, the second time about what the first made. */
export async function writeEverywhere(
  visitor: Visitor,
  routes: readonly Route[],
  text: (most: number) => string,
): Promise<Written[]> {
  const met = new Met();
  const nobody = { ours: { partnerId: '' }, itemId: '' } as Parameters<typeof inputsFor>[0];
  const ids = Object.fromEntries(
    [
      'personId',
      'screeningId',
      'consentId',
      'referralId',
      'serviceId',
      'partnerId',
      'shortlistId',
      'twinId',
      'mergeId',
      'agreementId',
    ].map((name) => [name, crypto.randomUUID()]),
  ) as Parameters<typeof inputsFor>[1];
  const bases = inputsFor(nobody, ids);
  for (const route of routes)
    if (route.path.startsWith('GET ') && !route.path.includes(':'))
      met.look((await send(visitor, route, {})).body, false);
  const written: Written[] = [];
  for (const _round of [1, 2])
    for (const route of routes) {
      if (!route.path.startsWith('POST ') || SECRET.test(route.path)) continue;
      const base = (bases[route.path] ?? {}) as Fields;
      written.push(...(await writeTexts({ visitor, route, base, met, text })));
    }
  return written;
}

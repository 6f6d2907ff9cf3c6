import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { mayUse, newId, type Actor, type InvokeAnswer, type Route } from '@qantara/kernel';
import { actorAs, ROLES, type RoleName } from './matrix/actors.ts';
import { ABOUT_A_PERSON } from './matrix/about-a-person.ts';
import { inputsFor } from './matrix/inputs.ts';
import { smallRegion, type Camp, type SmallRegion } from './matrix/region.ts';

type Fields = Record<string, unknown>;

let region: SmallRegion;
before(async () => {
  region = await smallRegion();
});
after(() => region.close());

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What a stranger has about people, by what it is; nobody of ours may learn that any of it is there. */
const privateOf = ({ personId, screeningId, consentId, referralId, shortlistId, twinId, mergeId }: Camp) => ({
  personId,
  screeningId,
  consentId,
  referralId,
  shortlistId,
  twinId,
  mergeId,
});

function ourActor(role: RoleName): Actor {
  const { ours } = region;
  return actorAs(role, role === 'partner' ? { ...ours, organisationId: ours.partnerId } : ours);
}

function call(actor: Actor, path: string, input: unknown): Promise<InvokeAnswer> {
  const caller = { actor, locale: 'en' as const, origin: 'attacker', setSession: () => undefined };
  return region.executor.call(path, input, { caller });
}

/** What an answer says, without the identifiers that are new in each and the guess that it may repeat. */
function shapeOf(answer: InvokeAnswer): string {
  const said = answer.ok ? 'answered' : { code: answer.code, fields: answer.fields, values: answer.values };
  return JSON.stringify(said).replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id');
}

/** The input with another identifier in one of its places, for each place that holds one. */
function guessesIn(input: Fields, guess: string): Fields[] {
  return Object.entries(input).flatMap(([field, value]) => {
    if (typeof value === 'string' && UUID.test(value)) return [{ ...input, [field]: guess }];
    const isList = Array.isArray(value) && value.some((one) => typeof one === 'string' && UUID.test(one));
    return isList ? [{ ...input, [field]: [guess] }] : [];
  });
}

/** Each route that takes an identifier, with each role that may call it. */
function* takers(): Generator<{ role: RoleName; route: Route; input: Fields }> {
  const inputs = inputsFor(region, region.ours);
  for (const role of ROLES)
    for (const { route } of region.executor.routes) {
      const input = inputs[route.path] ?? {};
      if (mayUse(ourActor(role), route.may) && guessesIn(input, '').length > 0) yield { role, route, input };
    }
}

async function openings(): Promise<unknown> {
  const { rows } = await region.database.pool.query({
    text: `select count(*) as count from platform.access_entry where person_id = any ($1::uuid[])`,
    values: [Object.values(privateOf(region.theirs))],
  });
  return rows[0];
}

test('a stranger’s identifier, of whatever kind, in whatever place of whatever route, is one that nobody has', async () => {
  const before = await openings();
  let guesses = 0;
  for (const { role, route, input } of takers())
    for (const [kind, guess] of Object.entries(privateOf(region.theirs))) {
      const foreign = guessesIn(input, guess);
      const missing = guessesIn(input, newId());
      for (const [at, asked] of foreign.entries()) {
        const told = shapeOf(await call(ourActor(role), route.path, asked));
        const wanted = shapeOf(await call(ourActor(role), route.path, missing[at]));
        assert.equal(told, wanted, `${role} ${route.path} with ${kind} in place ${at}`);
        guesses += 1;
      }
    }
  assert.ok(guesses > 2000, `${guesses} guesses were made`);
  assert.deepEqual(await openings(), before);
});

test('numbers, the next identifier and the one before, and what is no identifier find nothing', async () => {
  const next = (id: string, step: number): string => {
    const last = (BigInt(`0x${id.slice(-12)}`) + BigInt(step)) & 0xff_ff_ff_ff_ff_ffn;
    return `${id.slice(0, -12)}${last.toString(16).padStart(12, '0')}`;
  };
  const { personId } = region.theirs;
  const guesses = [
    '1',
    '0',
    '-1',
    '../people',
    `${personId} `,
    '00000000-0000-0000-0000-000000000001',
    next(personId, 1),
    next(personId, -1),
  ];
  for (const { role, route, input } of takers()) {
    const asked = guesses.flatMap((guess) => guessesIn(input, guess).map((one) => ({ guess, one })));
    for (const { guess, one } of asked) {
      const answer = await call(ourActor(role), route.path, one);
      const code = answer.ok ? '' : answer.code;
      assert.notEqual(code, 'broken', `${role} ${route.path} ${guess}`);
      if (!UUID.test(guess)) assert.equal(code, 'invalid_input', `${role} ${route.path} ${guess}`);
    }
  }
});

/** Routes that take a person's identifier and are right to tell nothing by it: their answer is the same for anybody's. */
const TELL_NOTHING: Record<string, string> = {
  'GET /oversight/accounts/:accountId/access': 'the privacy officer is told why an account sees any record there is',
  'POST /taken-answers':
    'all is accepted: a stranger’s and nobody’s wait alike (modules/offline/server/waiting.test.ts)',
  'POST /oversight/holds': 'a hold is set on an identifier, whether or not anybody has it',
};

test('every route that takes a record of somebody is among those whose answer and time are compared', () => {
  const inputs = inputsFor(region, region.ours);
  const own = new Set(Object.values(privateOf(region.ours)));
  const taking = region.executor.routes
    .map(({ route }) => route.path)
    .filter((path) => Object.values(inputs[path] ?? {}).some((value) => typeof value === 'string' && own.has(value)));
  const compared = new Set([...ABOUT_A_PERSON, ...Object.keys(TELL_NOTHING)]);
  assert.deepEqual(
    taking.filter((path) => !compared.has(path)),
    [],
  );
});

import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { mayUse, type Actor, type InvokeAnswer } from '@qantara/kernel';
import { RecordClass } from '@qantara/people/contract';
import { actorAs, ROLES, type RoleName } from './matrix/actors.ts';
import { ABOUT_A_PERSON } from './matrix/about-a-person.ts';
import { idsOfNothing, inputsFor, type Ids } from './matrix/inputs.ts';
import { smallRegion, type SmallRegion } from './matrix/region.ts';

/**
 * Every route about a person × every role × every class of record × what the record and the referral are at that moment × the way
 * in which it is asked. Beside `permissions.test.ts`, which asks about strangers, this asks about our own people.
 */
let region: SmallRegion;
before(async () => {
  region = await smallRegion();
});
after(() => region.close());

const CHANNELS = ['page', 'api'] as const;
/** What a referral may have become; each is tried, since a step of one must not open another. */
const REFERRAL_STATES = ['requested', 'in-progress', 'completed'] as const;
/** What a record may be besides: one that is not to be found by others, and one that another stands for. */
const RECORD_STATES = ['open', 'restricted', 'merged'] as const;

type Asked = { actor: Actor; path: string; input: unknown; channel: (typeof CHANNELS)[number] };

/** Asks in the way that somebody asks. */
async function ask({ actor, path, input, channel }: Asked): Promise<InvokeAnswer> {
  return region.executor.call(path, input, {
    caller: { actor, locale: 'en', origin: 'matrix', channel, setSession: () => undefined },
  });
}

const shapeOf = (answer: InvokeAnswer): unknown =>
  answer.ok ? 'answered' : { code: answer.code, fields: answer.fields, values: answer.values };

async function write(text: string, values: unknown[]): Promise<void> {
  await region.database.pool.query({ text, values });
}

async function become(recordClass: RecordClass, state: (typeof RECORD_STATES)[number]): Promise<void> {
  const { personId, twinId, referralId } = region.ours;
  await write(`update people.person set record_class = $2, is_restricted = $3, merged_into = $4 where person_id = $1`, [
    personId,
    recordClass,
    state === 'restricted',
    state === 'merged' ? twinId : null,
  ]);
  await write(`update people.reach set record_class = $2 where person_id = $1 and kind = 'looks_after'`, [
    personId,
    recordClass,
  ]);
  await write('update referrals.referral set record_class = $2 where referral_id = $1', [referralId, recordClass]);
}

/** Somebody of our own house, who did not send the referral themselves. */
function colleague(role: RoleName, held: readonly RecordClass[] = []): Actor {
  const { ours } = region;
  const organisationId = role === 'partner' ? ours.partnerId : ours.organisationId;
  const actor = actorAs(role, { ...ours, organisationId, accountId: crypto.randomUUID() });
  return { ...actor, permissions: new Set([...actor.permissions, ...held.map((one) => `class:${one}`)]) };
}

/** Routes that ask by the person's own code, or begin with a record that is not the one whose class it is. */
const OF_ONESELF = /\/my-|\/emergencies\//;
const STAFF = ROLES.filter((role) => !['anyone', 'unconfirmed', 'resident'].includes(role));

/** Every route of those that these roles may call, asked by each channel. */
function questions(paths: readonly string[], roles: readonly RoleName[], held: readonly RecordClass[] = []) {
  const askers = roles.map((role) => ({ role, actor: colleague(role, held) }));
  const asked = region.executor.routes.filter(({ route }) => paths.includes(route.path));
  return asked.flatMap(({ route }) =>
    askers
      .filter(({ actor }) => mayUse(actor, route.may))
      .flatMap((asker) => CHANNELS.map((channel) => ({ ...asker, path: route.path, channel }))),
  );
}

const OF_OTHERS = ABOUT_A_PERSON.filter((path) => !OF_ONESELF.test(path));

test('a record of a class that a role does not have is not there: for every route, state and channel, in the same words as nothing', async () => {
  const nothing: Ids = { ...idsOfNothing(), serviceId: region.ours.serviceId, partnerId: region.ours.partnerId };
  for (const recordClass of RecordClass.options.filter((one) => one !== 'ordinary'))
    for (const state of RECORD_STATES) {
      await become(recordClass, state);
      const unlet = questions(OF_OTHERS, STAFF).filter(({ actor }) => !actor.permissions.has(`class:${recordClass}`));
      for (const asked of unlet) {
        const { path, role, channel } = asked;
        const hidden = await ask({ ...asked, input: inputsFor(region, region.ours)[path] });
        const missing = await ask({ ...asked, input: inputsFor(region, nothing)[path] });
        assert.equal(hidden.ok, false, `${role} ${path} ${recordClass} ${state} ${channel}`);
        assert.deepEqual(shapeOf(hidden), shapeOf(missing), `${role} ${path} ${recordClass} ${state} ${channel}`);
      }
    }
  await become('ordinary', 'open');
});

/** What only reads: its answer is the same however often it is asked. Differences are read where a sheet was keyed twice. */
const READING = OF_OTHERS.filter((path) => path.startsWith('GET ') && !path.endsWith('/differences'));
const STATES = RECORD_STATES.flatMap((state) => REFERRAL_STATES.map((status) => ({ state, status })));

test('whose role has the class reads it in every state, by every channel', async () => {
  const { referralId } = region.ours;
  for (const recordClass of RecordClass.options)
    for (const { state, status } of STATES) {
      await become(recordClass, state);
      await write('update referrals.referral set status = $2 where referral_id = $1', [referralId, status]);
      for (const asked of questions(READING, ['navigator', 'partner'], [recordClass])) {
        const { path, role } = asked;
        const answer = await ask({ ...asked, input: inputsFor(region, region.ours)[path] });
        assert.ok(answer.ok, `${role} ${path} ${recordClass} ${state} ${status}: ${answer.ok ? '' : answer.code}`);
      }
    }
  await become('ordinary', 'open');
});

test('the person keeps what is theirs, whatever class others gave it', async () => {
  await become('restricted', 'open');
  const resident = actorAs('resident', region.ours);
  for (const path of ['GET /my-file', 'GET /my-request'])
    assert.ok((await ask({ actor: resident, path, input: {}, channel: 'page' })).ok, path);
  await become('ordinary', 'open');
});

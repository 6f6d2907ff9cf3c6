import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId, type InvokeAnswer } from '@qantara/kernel';
import { createExecutor, vaultOf, type Executor } from '@qantara/platform';
import { actorAs, type RoleName } from './matrix/actors.ts';
import { smallRegion, type SmallRegion } from './matrix/region.ts';
import { modules } from './modules.ts';

let region: SmallRegion;
let thief: Executor;
before(async () => {
  region = await smallRegion();
  const vault = vaultOf('the secret of another region, as long as ours');
  thief = createExecutor(modules, { database: region.database, vault, timeZone: 'Africa/Tunis' });
});
after(() => region.close());

type Asked = { path: string; input: unknown; role?: RoleName; commandId?: string };

function call(executor: Executor, { path, input, role = 'anyone', commandId }: Asked): Promise<InvokeAnswer> {
  const caller = {
    actor: actorAs(role, region.ours),
    locale: 'en' as const,
    origin: newId(),
    setSession: () => undefined,
  };
  return executor.call(path, input, { commandId, caller });
}

const valueOf = <T>(answer: InvokeAnswer): T => {
  assert.ok(answer.ok, answer.ok ? '' : answer.code);
  return answer.value as T;
};

const REQUEST = { needs: ['food'], wants: ['food'], safeContact: 'no_contact', locale: 'en' };

test('a copy of the database without its secret opens no code of a resident', async () => {
  const asked = await call(region.executor, { path: 'POST /requests', input: REQUEST });
  const { accessCode } = valueOf<{ accessCode: string }>(asked);
  const open = { path: 'POST /codes/open', input: { accessCode } };
  const outcomeOf = (answer: InvokeAnswer): string =>
    answer.ok ? (answer.value as { outcome: string }).outcome : answer.code;
  const nobodys = outcomeOf(await call(thief, { ...open, input: { accessCode: '0000-0000-0000' } }));
  assert.equal(outcomeOf(await call(thief, open)), nobodys);
  assert.notEqual(outcomeOf(await call(region.executor, open)), nobodys);
});

test('nor a personal account, by its right name and password', async () => {
  const proof = { signInName: 'noura', password: 'quiet herons cross the delta' };
  const make = { path: 'POST /keyring', input: proof, role: 'resident' as const };
  assert.deepEqual(valueOf(await call(region.executor, make)), { done: true });
  const open = { path: 'POST /keyrings/open', input: proof };
  assert.equal(valueOf<{ outcome: string }>(await call(thief, open)).outcome, 'wrong');
  assert.equal(valueOf<{ outcome: string }>(await call(region.executor, open)).outcome, 'opened');
});

test('the answer that is kept for a repetition is given to who asked first, and is not in the database', async () => {
  const commandId = newId();
  const first = await call(region.executor, { path: 'POST /requests', input: REQUEST, commandId });
  const { accessCode } = valueOf<{ accessCode: string }>(first);
  const { rows } = await region.database.pool.query<{ kept: string }>(
    `select string_agg(encode(output, 'escape'), ' ') as kept from platform.command`,
  );
  assert.ok(!(rows[0]?.kept ?? '').includes(accessCode));
  const navigator = await call(region.executor, {
    path: 'POST /requests',
    input: REQUEST,
    commandId,
    role: 'navigator',
  });
  assert.notEqual(valueOf<{ accessCode: string }>(navigator).accessCode, accessCode);
  const other = await call(region.executor, { path: 'POST /requests', input: { ...REQUEST, locale: 'fr' }, commandId });
  assert.equal(other.ok ? '' : other.code, 'command_reused');
});

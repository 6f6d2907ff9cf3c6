import assert from 'node:assert/strict';
import { ANYONE, newId, type Actor } from '@qantara/kernel';
import type { Keyring } from '../../contract/index.ts';
import { issueAccessCode, resolveActor } from '../index.ts';
import { get, inSystem, type Bench } from '../testing.ts';

export const OF_HERONS = 'quiet herons cross the delta';
export const OF_FOXES = 'three foxes under slow rain';
export type Outcome = { outcome: string; requests?: number };

/** Whom the last session that was set belongs to. */
export async function lastActor(bench: Bench): Promise<Actor> {
  return (await resolveActor(bench.database, bench.sessions.at(-1) ?? '')) ?? ANYONE;
}

/** What residents do before the tests begin: with codes of theirs, and with their personal accounts. */
export function residentsOf(bench: Bench) {
  const aCode = (personId = newId()): Promise<string> => inSystem(bench, (ctx) => issueAccessCode(ctx, personId));
  const byCode = async (accessCode: string): Promise<Actor> => {
    assert.deepEqual(await get(bench, 'POST /codes/open', { input: { accessCode } }), { outcome: 'opened' });
    return lastActor(bench);
  };
  const open = (signInName: string, password = OF_HERONS, origin = signInName): Promise<Outcome> =>
    get<Outcome>(bench, 'POST /keyrings/open', { input: { signInName, password }, origin });
  return {
    aCode,
    byCode,
    open,
    signedIn: async (signInName: string, password = OF_HERONS): Promise<Actor> => {
      assert.equal((await open(signInName, password)).outcome, 'opened');
      return lastActor(bench);
    },
    /** An account of this name, with the code of the request in it. */
    anAccount: async (signInName: string): Promise<{ code: string; actor: Actor }> => {
      const code = await aCode();
      const actor = await byCode(code);
      const input = { signInName, password: OF_HERONS };
      await get(bench, 'POST /keyring', { input, actor, origin: signInName });
      return { code, actor: await lastActor(bench) };
    },
    lookAt: (actor: Actor): Promise<Keyring> => get<Keyring>(bench, 'GET /keyring', { actor }),
  };
}

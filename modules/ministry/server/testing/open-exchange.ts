import assert from 'node:assert/strict';
import { newId, type Actor } from '@qantara/kernel';
import { actorWith, callRoute, openCountedRegion, type CountedRegion } from '@qantara/indicators/testing';
import { planModule } from '@qantara/plan/server';
import { ministryModule, newInstanceId, newKeyPair, signPackage } from '../index.ts';

/** Who sends, reads and asks in tests; another with the same permissions answers. */
export const PLANNER: Actor = actorWith(null, 'exchange:send', 'ministry:read', 'ministry:write');
const SECOND: Actor = { ...PLANNER, accountId: newId() };

type Calls = {
  call: <T>(
    path: string,
    input?: unknown,
    actor?: Actor,
  ) => Promise<{ code: null; value: T } | { code: string; value: null }>;
  /** The same, where it is taken for granted that it is answered. */
  done: <T>(path: string, input?: unknown, actor?: Actor) => Promise<T>;
};

/** A region elsewhere, which says what it likes and is known here. */
export type Stranger = {
  instanceId: string;
  keys: ReturnType<typeof newKeyPair>;
  content: (change?: object) => object;
  sign: (change?: object) => Promise<string>;
};

function callsOf(region: CountedRegion): Calls {
  const call: Calls['call'] = (path, input = {}, actor = PLANNER) => callRoute(region, path, { input, actor });
  return {
    call,
    done: async <T>(path: string, input: unknown = {}, actor: Actor = PLANNER): Promise<T> => {
      const answer = await call<T>(path, input, actor);
      assert.equal(answer.code, null, path);
      return answer.value as T;
    },
  };
}

function strangerBy(instanceId: string): Stranger {
  const keys = newKeyPair();
  const content = (change: object = {}): object => ({
    schema: 'qantara-exchange/1',
    instanceId,
    region: { en: 'A region' },
    sequence: 1,
    previous: null,
    madeAt: new Date().toISOString(),
    announces: null,
    figures: [],
    plans: [],
    ...change,
  });
  return { instanceId, keys, content, sign: (change) => signPackage(content(change), { instanceId, ...keys }) };
}

/** A region that is both ends of an exchange, on an empty database. */
export async function openExchange() {
  const region = await openCountedRegion([planModule, ministryModule]);
  const { call, done } = callsOf(region);
  const answer = (regionId: string, agrees: boolean) =>
    call('POST /ministry/regions/:regionId/answer', { regionId, agrees }, SECOND);
  const register = async (instanceId: string, publicKey: string): Promise<void> => {
    await done('POST /ministry/regions', { instanceId, name: { en: 'A region' }, publicKey });
    assert.equal((await answer(instanceId, true)).code, null);
  };
  const receive = (signed: string) =>
    callRoute<{ hasGap: boolean }>(region, 'POST /public/exchange', { input: { package: signed } });
  const stranger = async (): Promise<Stranger> => {
    const one = strangerBy(newInstanceId());
    await register(one.instanceId, one.keys.publicKey);
    return one;
  };
  return { region, call, done, answer, register, receive, stranger };
}

import { withTables, type AnyCtx, type Ctx, type Executor } from '@qantara/platform';
import type { HsdsTables } from '../tables.gen.ts';

export type HsdsCtx = Ctx<HsdsTables>;

/** Work in a transaction, and its result. */
export type Turn = <T>(work: (ctx: HsdsCtx) => Promise<T>) => Promise<T>;

/** Each piece of work in a short transaction of its own: the embedded database has one connection, held by nobody for long. */
export function turnsOf({ asSystem }: Pick<Executor, 'asSystem'>): Turn {
  return async <T>(work: (ctx: HsdsCtx) => Promise<T>) => {
    let result: { value: T } | undefined;
    await asSystem(async (ctx: AnyCtx) => {
      result = { value: await work(withTables<HsdsTables>(ctx)) };
    });
    if (result === undefined) throw new Error('the transaction ended without a result');
    return result.value;
  };
}

/** All the work in a transaction that is open already. */
export function turnIn(ctx: HsdsCtx): Turn {
  return (work) => work(ctx);
}

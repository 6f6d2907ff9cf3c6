import { Refusal } from '@qantara/kernel';
import { allOrNothing, type Ctx } from '@qantara/platform';
import type { OfflineTables } from './tables.gen.ts';

type OfflineCtx = Ctx<OfflineTables>;
type Attempt<T> = { done: T } | { refusal: Refusal };

/**
 * Work that may be refused inside a command that is not: what it wrote, told and opened until then is as if it had never been. Whatever is
 * no refusal is a fault of the whole.
 */
export async function attempt<T>(ctx: OfflineCtx, work: (ctx: OfflineCtx) => Promise<T>): Promise<Attempt<T>> {
  const told: (() => void)[] = [];
  const apart: OfflineCtx = {
    ...ctx,
    emit: (event) => void told.push(() => ctx.emit(event)),
    noteAccess: (access) => void told.push(() => ctx.noteAccess(access)),
  };
  try {
    const done = await allOrNothing(ctx, () => work(apart));
    for (const tell of told) tell();
    return { done };
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    return { refusal: fault };
  }
}

import type { Ctx } from '@qantara/platform';
import { PER_ACCOUNT, PER_PAIR, PER_PLACE } from '../../domain/index.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { giveTryBack, isKnownPlace, removeWait, saveKnownPlace, takeTry, type Bucket } from './wait-store.ts';

/** The tries of one address from one place; `release` after the right answer, `release` or not after a wrong one. */
export type Patience = {
  /** The seconds that are left to wait; 0 where the try may be made, and then it is counted. */
  waitSeconds: number;
  /** The answer was right: what was counted is taken back, and this place is known from now on. */
  release: () => Promise<void>;
};

function nameOf(ctx: Ctx<IdentityTables>, kind: string, ...parts: string[]): string {
  return `${kind} ${ctx.vault.digest(`wait ${kind}`, parts.join(' ')).toString('hex').slice(0, 40)}`;
}

async function takeAll(ctx: Ctx<IdentityTables>, buckets: Bucket[]): Promise<number> {
  const taken: string[] = [];
  for (const bucket of buckets) {
    const left = await takeTry(ctx, bucket);
    // Who waits for one counter has not tried: the others forget it.
    if (left > 0) for (const name of taken) await giveTryBack(ctx, name);
    if (left > 0) return left;
    taken.push(bucket.name);
  }
  return 0;
}

/**
 * How long a try of `who` from this place waits. `what` keeps passwords, codes and confirmations apart. Whether there is
 * such an account makes no difference. A place from which the owner has signed in within a month does not wait for what
 * others try elsewhere, so that an attacker cannot keep the owner out.
 */
export async function patienceFor(ctx: Ctx<IdentityTables>, what: string, who: string): Promise<Patience> {
  const pair = nameOf(ctx, `${what} pair`, who, ctx.origin);
  const account = nameOf(ctx, `${what} account`, who);
  const place = nameOf(ctx, 'place', ctx.origin);
  const known = nameOf(ctx, 'known', who, ctx.origin);
  const isKnown = await isKnownPlace(ctx, known);
  const buckets = [
    { name: pair, backOff: PER_PAIR },
    { name: place, backOff: PER_PLACE },
    ...(isKnown ? [] : [{ name: account, backOff: PER_ACCOUNT }]),
  ];
  return {
    waitSeconds: await takeAll(ctx, buckets),
    release: async () => {
      await removeWait(ctx, pair);
      await giveTryBack(ctx, place);
      if (!isKnown) await giveTryBack(ctx, account);
      await saveKnownPlace(ctx, known);
    },
  };
}

/** The same for a try that names nobody, such as a passkey's answer: only the place is counted. */
export async function patienceOfPlace(ctx: Ctx<IdentityTables>): Promise<Patience> {
  const place = nameOf(ctx, 'place', ctx.origin);
  return {
    waitSeconds: await takeTry(ctx, { name: place, backOff: PER_PLACE }),
    release: () => giveTryBack(ctx, place),
  };
}

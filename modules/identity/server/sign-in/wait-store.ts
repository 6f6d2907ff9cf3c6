import type { Ctx } from '@qantara/platform';
import { sql } from 'kysely';
import { FORGET_SECONDS, type BackOff } from '../../domain/index.ts';
import type { IdentityTables } from '../tables.gen.ts';

type Given = Pick<Ctx<IdentityTables>, 'db' | 'now'>;
export type Bucket = { name: string; backOff: BackOff };

/**
 * Who does not wait at all, whatever the clock: of many at once, one that came a moment earlier may be counted a moment
 * later, and "from now on" would be ahead of it.
 */
const NO_WAIT = sql<Date>`'epoch'::timestamptz`;

function after(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000);
}

/**
 * Counts one try as if it failed, before it is known: of a hundred at once each is counted. While a bucket waits
 * nothing is counted, so that nobody can make a wait longer by knocking. Gives the seconds that are left to wait.
 */
export async function takeTry({ db, now }: Given, { name, backOff }: Bucket): Promise<number> {
  const { free, first, most } = backOff;
  const forget = after(now, FORGET_SECONDS);
  const tries = sql`case when wait.forget_at <= ${now} then 1 else wait.tries + 1 end`;
  // The same sum as `waitAfter`, in the one statement that counts.
  const seconds = sql`least(${most}::float8, ${first}::float8 * power(2, least(${tries} - ${free}::int, 30)))`;
  const taken = await sql`
    insert into identity.wait (bucket, tries, waits_until, forget_at)
    values (${name}, 1, ${NO_WAIT}, ${forget})
    on conflict (bucket) do update set
      tries = ${tries},
      waits_until = case when ${tries} < ${free}::int then ${NO_WAIT}
        else ${now}::timestamptz + make_interval(secs => ${seconds}) end,
      forget_at = ${forget}
    where wait.waits_until <= ${now}
    returning tries`.execute(db);
  if (taken.rows.length > 0) return 0;
  return secondsLeft({ db, now }, name);
}

/** How long a bucket still waits; at least a second where it does. */
async function secondsLeft({ db, now }: Given, name: string): Promise<number> {
  const found = await db
    .selectFrom('identity.wait')
    .select('waits_until')
    .where('bucket', '=', name)
    .executeTakeFirst();
  const left = found === undefined ? 0 : (found.waits_until.getTime() - now.getTime()) / 1000;
  return Math.max(1, Math.ceil(left));
}

/** A try that turned out right is taken back: a house of forty who sign in every morning is not forty guesses. */
export async function giveTryBack({ db }: Pick<Given, 'db'>, name: string): Promise<void> {
  await db
    .updateTable('identity.wait')
    .set((eb) => ({ tries: sql<number>`greatest(${eb.ref('tries')} - 1, 0)`, waits_until: NO_WAIT }))
    .where('bucket', '=', name)
    .execute();
}

/** Forgets the tries of a bucket. */
export async function removeWait({ db }: Given, name: string): Promise<void> {
  await db.deleteFrom('identity.wait').where('bucket', '=', name).execute();
}

/** Remembers for a month that this bucket stands for a place from which its owner has signed in. */
export async function saveKnownPlace({ db, now }: Given, name: string): Promise<void> {
  const forget = after(now, 30 * 86_400);
  await db
    .insertInto('identity.wait')
    .values({ bucket: name, tries: 0, waits_until: NO_WAIT, forget_at: forget })
    .onConflict((conflict) => conflict.column('bucket').doUpdateSet({ forget_at: forget }))
    .execute();
}

export async function isKnownPlace({ db, now }: Given, name: string): Promise<boolean> {
  const found = await db
    .selectFrom('identity.wait')
    .select('bucket')
    .where('bucket', '=', name)
    .where('forget_at', '>', now)
    .executeTakeFirst();
  return found !== undefined;
}

export async function removeForgotten({ db, now }: Given): Promise<void> {
  await db.deleteFrom('identity.wait').where('forget_at', '<', now).execute();
}

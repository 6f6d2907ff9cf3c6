import { sql, type Kysely } from 'kysely';
import type { AnyCtx } from '../command/context.ts';
import { CHECKPOINT_PURPOSE, digestOfBody, lineOf, type CheckpointBody, type SignedCheckpoint } from './checkpoint.ts';

const dbOf = (ctx: AnyCtx): Kysely<unknown> => ctx.db as Kysely<unknown>;

/** Signs where every stream stands now, joined to the checkpoint before. */
export async function makeCheckpoint(ctx: AnyCtx): Promise<CheckpointBody> {
  const db = dbOf(ctx);
  const last = await sql<{ number: number; digest: string }>`
    select number, encode(digest, 'hex') as digest from platform.checkpoint order by number desc limit 1`.execute(db);
  const heads = await sql<{ position: number; hash: string }>`
    select position, encode(hash, 'hex') as hash from platform.chain_head order by stream`.execute(db);
  const checkpoint: CheckpointBody = {
    number: (last.rows[0]?.number ?? 0) + 1,
    at: ctx.now.toISOString(),
    heads: heads.rows.map(({ position, hash }) => [position, hash]),
    links: heads.rows.reduce((sum, { position }) => sum + position, 0),
    previous: last.rows[0]?.digest ?? '',
    key: ctx.vault.publicKey(CHECKPOINT_PURPOSE),
  };
  const body = JSON.stringify(checkpoint);
  await sql`insert into platform.checkpoint (number, at, body, digest, signature)
    values (${checkpoint.number}, ${ctx.now}, ${body}, decode(${digestOfBody(body)}, 'hex'),
      ${ctx.vault.sign(CHECKPOINT_PURPOSE, body)})`.execute(db);
  return checkpoint;
}

export type KeptCheckpoint = { number: number; at: Date; links: number; digest: string; keptBy: string[] };

/** The latest checkpoints, and which places outside have them. */
export async function listCheckpoints(ctx: AnyCtx, limit: number): Promise<KeptCheckpoint[]> {
  const { rows } = await sql<KeptCheckpoint>`
    select number, at, (body::jsonb ->> 'links')::bigint as links, encode(digest, 'hex') as digest,
      array(select keeper from platform.checkpoint_copy as copy where copy.number = checkpoint.number order by keeper) as "keptBy"
    from platform.checkpoint order by number desc limit ${limit}`.execute(dbOf(ctx));
  return rows;
}

const SENT_AT_ONCE = 200;

async function listUnsent(ctx: AnyCtx, keeper: string): Promise<(SignedCheckpoint & { number: number })[]> {
  const { rows } = await sql<SignedCheckpoint & { number: number }>`
    select number, body, translate(encode(signature, 'base64'), E'\n', '') as signature from platform.checkpoint
    where not exists (select from platform.checkpoint_copy as copy where copy.number = checkpoint.number and copy.keeper = ${keeper})
    order by number limit ${SENT_AT_ONCE}`.execute(dbOf(ctx));
  return rows;
}

/**
 * Brings every checkpoint that a place outside has not got there, oldest first. One that does not answer does not keep the others
 * from theirs; the job then fails, and is tried again.
 */
export async function sendCheckpoints(ctx: AnyCtx): Promise<void> {
  const failed: unknown[] = [];
  for (const keeper of ctx.keepers) {
    try {
      for (const { number, ...signed } of await listUnsent(ctx, keeper.name)) {
        await keeper.keep(lineOf(signed));
        await sql`insert into platform.checkpoint_copy (number, keeper, at) values (${number}, ${keeper.name}, ${new Date()})
          on conflict do nothing`.execute(dbOf(ctx));
      }
    } catch (fault) {
      failed.push(fault);
    }
  }
  if (failed.length > 0) throw new AggregateError(failed, `${failed.length} places outside did not keep a checkpoint`);
}

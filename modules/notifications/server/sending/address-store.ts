import { latinDigits } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { sql } from 'kysely';
import type { NoticeChannel } from '../../contract/index.ts';
import type { NotificationsTables } from '../tables.gen.ts';

type AddressCtx = Ctx<NotificationsTables>;

/** An address as it is used, however it was written: a number with its digits alone. */
export function plainAddress(channel: NoticeChannel, address: string): string {
  if (channel === 'email') return address.trim().toLowerCase();
  const plain = latinDigits(address).replaceAll(/[^\d+]/g, '');
  return plain.startsWith('00') ? `+${plain.slice(2)}` : plain;
}

/** What tells an address again without being it. */
export function digestOfAddress(ctx: Pick<AddressCtx, 'vault'>, channel: NoticeChannel, address: string): Buffer {
  return ctx.vault.digest('notice address', `${channel}:${plainAddress(channel, address)}`);
}

/** Whether a provider refused this address for good, and nobody said since that it works. */
export async function isDead(ctx: AddressCtx, digest: Buffer): Promise<boolean> {
  const { rows } = await sql`select 1 from notifications.dead_address where digest = ${digest}`.execute(ctx.db);
  return rows.length > 0;
}

/** Marks an address that was refused. */
export async function markDead(ctx: AddressCtx, digest: Buffer, channel: NoticeChannel): Promise<void> {
  await sql`insert into notifications.dead_address (digest, channel, why, at)
    values (${digest}, ${channel}, 'address_refused', ${ctx.now}) on conflict (digest) do update set at = excluded.at`.execute(
    ctx.db,
  );
}

/** It took a message: it is alive. */
export async function unmarkDead(ctx: AddressCtx, digest: Buffer): Promise<void> {
  await sql`delete from notifications.dead_address where digest = ${digest}`.execute(ctx.db);
}

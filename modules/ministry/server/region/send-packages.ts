import { NoSuchMachine } from '@qantara/platform';
import { nextTry } from '../../domain/index.ts';
import { listDue, settlePackage, type MinistryCtx, type PackageRow, type Settled } from './exchange-store.ts';

const WAITS_MS = 20_000;
const MOST_BYTES = 16_384;

type Tried = { isTaken: boolean; isOver: boolean; fault: string | null };

/** The reason that the other end gave, where it is one of its codes. */
function codeIn(body: Buffer | null, status: number): string {
  try {
    const { code } = JSON.parse(body?.toString('utf8') ?? '') as { code?: unknown };
    if (typeof code === 'string' && /^package_[a-z_]{1,40}$/.test(code)) return code;
  } catch {
    // What is no JSON says nothing but its status.
  }
  return `http_${status}`;
}

async function post(ctx: MinistryCtx, { address, signed }: PackageRow): Promise<Tried> {
  try {
    const { status, body } = await ctx.outside.ask(new URL(`${address ?? ''}/api/public/exchange`), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'Qantara' },
      body: JSON.stringify({ package: signed }),
      waitsMs: WAITS_MS,
      mostBytes: MOST_BYTES,
    });
    if (status >= 200 && status < 300) return { isTaken: true, isOver: true, fault: null };
    const fault = codeIn(body, status);
    // A package that was taken already arrived: only the answer was lost.
    const isTaken = fault === 'package_replayed';
    return {
      isTaken,
      isOver: fault.startsWith('package_') && fault !== 'package_region_unknown',
      fault: isTaken ? null : fault,
    };
  } catch (fault) {
    return { isTaken: false, isOver: false, fault: fault instanceof NoSuchMachine ? 'no_machine' : 'no_answer' };
  }
}

function settledBy({ now }: MinistryCtx, { attempts }: PackageRow, { isTaken, isOver, fault }: Tried): Settled {
  if (isTaken) return { state: 'sent', dueAt: null, fault: null };
  const dueAt = isOver ? null : nextTry(attempts + 1, now);
  return { state: dueAt === null ? 'failed' : 'waiting', dueAt, fault };
}

/** Sends what waits, in its order; one that cannot be sent now holds up those behind it, since each names the one before. */
export async function sendPackages(ctx: MinistryCtx): Promise<void> {
  const heldUp = new Set<string | null>();
  for (const row of await listDue(ctx)) {
    if (heldUp.has(row.address)) continue;
    const settled = settledBy(ctx, row, await post(ctx, row));
    await settlePackage(ctx, row, settled);
    if (settled.state === 'waiting') heldUp.add(row.address);
  }
}

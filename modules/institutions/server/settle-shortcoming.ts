import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { z } from 'zod';
import type { CorrectShortcoming, JudgeShortcoming, ShortcomingStep } from '../contract/index.ts';
import { takeShortcoming } from '../domain/index.ts';
import { todayOf } from './find-institutions.ts';
import { lockShortcoming, updateShortcoming } from './inspection-store.ts';
import { lockInstitution } from './institution-store.ts';
import { tell, type Saved } from './register-institution.ts';
import type { InstitutionsTables } from './tables.gen.ts';

type InstitutionsCtx = Ctx<InstitutionsTables>;

type Settling = { shortcomingId: string; step: ShortcomingStep; note: string };

const EVENTS: Record<ShortcomingStep, 'corrected' | 'verified' | 'returned'> = {
  correct: 'corrected',
  verify: 'verified',
  return: 'returned',
};

function changesOf(step: ShortcomingStep, note: string, today: string) {
  if (step === 'correct') return { evidence: note, corrected_on: today };
  return step === 'verify' ? { verified_on: today } : { corrected_on: null };
}

async function settle(ctx: InstitutionsCtx, { shortcomingId, step, note }: Settling): Promise<Saved> {
  const row = (await lockShortcoming(ctx.db, shortcomingId)) ?? refuse('shortcoming_not_found');
  if ((await lockInstitution(ctx.db, ctx.actor, row.institution_id)) === undefined) refuse('shortcoming_not_found');
  const state = takeShortcoming(row.state, step);
  await updateShortcoming(ctx.db, shortcomingId, { state, ...changesOf(step, note, todayOf(ctx)) });
  const event = EVENTS[step];
  ctx.emit({ type: `shortcoming.${event}`, subject: row.institution_id, data: { shortcomingId } });
  return tell(ctx, row.institution_id, { what: `shortcoming_${event}`, note });
}

/** The institution, or an inspector for it, says how a shortcoming was put right. It counts as open until verified. */
export async function correctShortcoming(
  ctx: InstitutionsCtx,
  given: z.output<typeof CorrectShortcoming>,
): Promise<Saved> {
  return settle(ctx, { shortcomingId: given.shortcomingId, step: 'correct', note: given.evidence });
}

/** An inspector has seen that it was put right. */
export async function verifyShortcoming(
  ctx: InstitutionsCtx,
  given: z.output<typeof JudgeShortcoming>,
): Promise<Saved> {
  return settle(ctx, { ...given, step: 'verify' });
}

/** An inspector has seen that it was not; whoever must put it right is told what is missing. */
export async function returnShortcoming(
  ctx: InstitutionsCtx,
  given: z.output<typeof JudgeShortcoming>,
): Promise<Saved> {
  if (given.note === '') refuse('note_needed', { fields: [{ path: 'note', code: 'required' }] });
  return settle(ctx, { ...given, step: 'return' });
}

import type { FormDefinition } from '@qantara/forms/contract';
import { findAskedVersion } from '@qantara/forms/server';
import { refuse } from '@qantara/kernel';
import { findVisiblePerson } from '@qantara/people/server';
import type { Ctx } from '@qantara/platform';
import type { SheetRule } from '../contract/index.ts';
import { readSheetCode } from '../domain/index.ts';
import { listKeyings, type KeptKeying } from './keying-store.ts';
import { findRule, findSheet, type KeptSheet } from './sheet-store.ts';
import type { SheetsTables } from './tables.gen.ts';

type SheetsCtx = Ctx<SheetsTables>;

/** A sheet with its form and what was keyed of it, for whoever reaches whose it is. */
export type HeldSheet = KeptSheet & { form: FormDefinition; keyings: KeptKeying[]; rule: SheetRule };

/** Nobody but whoever reaches what was keyed of a sheet knows of it. Refuses `sheet_not_found`. */
async function checkReached(ctx: SheetsCtx, { state }: KeptSheet, keyings: readonly KeptKeying[]): Promise<void> {
  if (['keyed', 'differing', 'accepted'].includes(state) && keyings.length === 0) refuse('sheet_not_found');
  const own = keyings.find(({ isContact }) => !isContact);
  if (own !== undefined && (await findVisiblePerson(ctx, own.personId)) === undefined) refuse('sheet_not_found');
}

/**
 * A sheet by the code on it. A sheet of somebody whom this colleague does not reach answers as one that was never printed. Refuses
 * `sheet_not_found`.
 */
export async function getSheet(ctx: SheetsCtx, typedCode: string, isHeld = false): Promise<HeldSheet> {
  const code = readSheetCode(typedCode) ?? refuse('sheet_not_found');
  const sheet = (await findSheet(ctx.db, code, isHeld)) ?? refuse('sheet_not_found');
  const keyings = await listKeyings(ctx.db, sheet.sheetId);
  await checkReached(ctx, sheet, keyings);
  const form =
    (await findAskedVersion(ctx, { code: sheet.formCode, version: sheet.version })) ?? refuse('sheet_not_found');
  return { ...sheet, form, keyings, rule: await findRule(ctx.db, sheet.formCode) };
}

/** Whose sheet it is, where it is somebody's. */
export const ownerOf = ({ keyings }: HeldSheet): string | null =>
  keyings.find(({ isContact }) => !isContact)?.personId ?? null;

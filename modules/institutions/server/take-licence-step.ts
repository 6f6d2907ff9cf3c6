import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { z } from 'zod';
import type { TakeLicenceStep } from '../contract/index.ts';
import { grantsPaper, takeLicence } from '../domain/index.ts';
import { saveLicence, type InstitutionRow, type LicenceValues } from './institution-store.ts';
import { held, tell, type Saved } from './register-institution.ts';
import type { InstitutionsTables } from './tables.gen.ts';

function paperAfter(
  row: InstitutionRow,
  given: z.output<typeof TakeLicenceStep>,
): Omit<LicenceValues, 'licence_state'> {
  if (grantsPaper(given.step))
    return {
      licence_number: given.number,
      licence_issued_on: given.issuedOn,
      licence_valid_until: given.validUntil,
      licence_authority: given.authority,
    };
  // A new application begins with nothing granted; any other step leaves the paper as it was.
  const isAnew = given.step === 'apply';
  return {
    licence_number: isAnew ? null : row.licence_number,
    licence_issued_on: isAnew ? null : row.licence_issued_on,
    licence_valid_until: isAnew ? null : row.licence_valid_until,
    licence_authority: isAnew ? null : row.licence_authority,
  };
}

/** One step of an institution's licence, over the version that was read. Refuses what the domain refuses. */
export async function takeLicenceStep(
  ctx: Ctx<InstitutionsTables>,
  given: z.output<typeof TakeLicenceStep>,
): Promise<Saved> {
  const row = await held(ctx, given.institutionId);
  if (row.version !== given.version) refuse('institution_changed');
  const state = takeLicence(row.licence_state, given.step, given);
  await saveLicence(ctx.db, row, { licence_state: state, ...paperAfter(row, given) });
  ctx.emit({
    type: 'institution.licence_changed',
    subject: row.institution_id,
    data: { step: given.step, from: row.licence_state, to: state },
  });
  return tell(ctx, row.institution_id, { what: `licence_${given.step}`, note: given.note });
}

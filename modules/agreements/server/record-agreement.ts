import { withTables, type AnyCtx } from '@qantara/platform';
import type { AgreementId, NewAgreement } from '../contract/index.ts';
import { saveSignature } from './agreement-store.ts';
import { addAgreement } from './change-agreement.ts';
import type { AgreementsTables } from './tables.gen.ts';

/** Who signed what is recorded, and for whom. */
export type KnownSignature = { organisationId: string; signedOn: string; signatory: string };

/** Records an agreement that stands already, or stood once, with those who signed it: when a region begins, or moves here. */
export async function recordAgreement(
  anyCtx: AnyCtx,
  given: Omit<NewAgreement, 'isDraft'> & Partial<Pick<NewAgreement, 'isDraft'>>,
  signatures: KnownSignature[],
): Promise<AgreementId> {
  const ctx = withTables<AgreementsTables>(anyCtx);
  const { agreementId } = await addAgreement(ctx, { isDraft: false, ...given });
  const known = agreementId as AgreementId;
  for (const { organisationId, signedOn, signatory } of signatures) {
    await saveSignature(ctx, { agreementId: known, organisationId, signedOn, signatory });
    ctx.emit({ type: 'agreement.signed', subject: known, data: { organisationId, signedOn } });
  }
  return known;
}

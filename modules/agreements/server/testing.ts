import type { AnyCtx } from '@qantara/platform';
import { DataCategory, SharingPurpose, type NewAgreement } from '../contract/index.ts';
import { recordAgreement } from './record-agreement.ts';

const LONG_AGO = '2010-01-01';

/** A charter that all of these organisations signed long ago, by which everything may pass between them. */
export async function aCharter(
  ctx: AnyCtx,
  organisationIds: string[],
  changed: Partial<NewAgreement> = {},
): Promise<string> {
  const charter = {
    kind: 'charter' as const,
    title: { en: 'Charter' },
    summary: null,
    purposes: [...SharingPurpose.options],
    categories: [...DataCategory.options],
    startsOn: LONG_AGO,
    lastDay: null,
    organisationIds,
    ...changed,
  };
  const signatures = organisationIds.map((organisationId) => ({
    organisationId,
    signedOn: LONG_AGO,
    signatory: 'The director',
  }));
  return recordAgreement(ctx, charter, signatures);
}

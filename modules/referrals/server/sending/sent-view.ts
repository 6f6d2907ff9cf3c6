import { withTables, type AnyCtx } from '@qantara/platform';
import { listUntoldOverrides, loadSharingWords } from '@qantara/people/server';
import type { DataCategory } from '@qantara/people/contract';
import type { SharingWords } from '@qantara/people/domain';
import type { LocalizedText } from '@qantara/kernel';
import { listNamed } from '../names-view.ts';
import type { ReferralRow } from '../referral-row.ts';
import { listOwnReferralRows } from '../referral-store.ts';
import type { ReferralsTables } from '../tables.gen.ts';

/** One thing that was sent about a person: which referral, to whom, which data, when and by what right. */
export type SentReferral = {
  referralId: string;
  needName: LocalizedText;
  organisationName: LocalizedText;
  categories: DataCategory[];
  sentAt: string;
  isOverride: boolean;
  withdrawnAt: string | null;
};

/** A referral always says who and for what; the rest as far as was agreed, and the note where one was written. */
function categoriesOf(row: ReferralRow, { consents, overrides }: SharingWords): DataCategory[] {
  const basis =
    consents.find(({ consentId }) => consentId === row.consent_id) ??
    overrides.find(({ overrideId }) => overrideId === row.override_id);
  const covered = basis?.categories ?? ['identity', 'need'];
  return covered.filter((category) => category !== 'note' || row.note !== null);
}

/** The person's own referrals without those of which they must not be told. The caller is that person. */
export async function listToldRows(anyCtx: AnyCtx, personId: string): Promise<ReferralRow[]> {
  const ctx = withTables<ReferralsTables>(anyCtx);
  const untold = new Set((await listUntoldOverrides(ctx, personId)).map(({ overrideId }) => overrideId));
  const rows = await listOwnReferralRows(ctx.db, personId);
  return rows.filter(({ override_id: overrideId }) => overrideId === null || !untold.has(overrideId));
}

/** What was sent about a person, for that person: also what a withdrawn consent can no longer call back. */
export async function listSentOf(anyCtx: AnyCtx, personId: string): Promise<SentReferral[]> {
  const ctx = withTables<ReferralsTables>(anyCtx);
  const rows = await listToldRows(ctx, personId);
  const sent = await listNamed(ctx.db, rows);
  const words = await loadSharingWords(ctx, personId);
  return sent.flatMap(({ row, named: { referralId, needName, organisationName, sentAt } }) => {
    // What nobody has taken yet was sent to nobody by name.
    if (organisationName === null) return [];
    const consent = words.consents.find(({ consentId }) => consentId === row.consent_id);
    return [
      {
        referralId,
        needName,
        organisationName,
        categories: categoriesOf(row, words),
        sentAt,
        isOverride: row.override_id !== null,
        withdrawnAt: consent?.withdrawnAt ?? null,
      },
    ];
  });
}

import type { LocalizedText } from '@qantara/kernel';
import type { Kysely } from 'kysely';
import type { OpenReferral, Referral } from '../contract/index.ts';
import type { ReferralRow } from './referral-row.ts';
import type { ReferralsTables } from './tables.gen.ts';

type Names = Pick<OpenReferral, 'needName' | 'serviceName' | 'organisationName' | 'fromOrganisationName'>;

/** What the need, the service and both organisations of each referral are called. */
export async function listNames(db: Kysely<ReferralsTables>, rows: ReferralRow[]): Promise<Map<string, Names>> {
  if (rows.length === 0) return new Map();
  const found = await db
    .selectFrom('referrals.referral as referral')
    .innerJoin('directory.published_need as need', 'need.need_code', 'referral.need_code')
    .leftJoin('directory.published_service as service', 'service.service_id', 'referral.service_id')
    .leftJoin('organisations.published_organisation as target', 'target.organisation_id', 'referral.organisation_id')
    .innerJoin(
      'organisations.published_organisation as source',
      'source.organisation_id',
      'referral.from_organisation_id',
    )
    .select([
      'referral.referral_id',
      'need.name as need',
      'service.name as service',
      'target.name as target',
      'source.name as source',
    ])
    .where('referral.person_id', 'in', [...new Set(rows.map((row) => row.person_id))])
    .execute();
  return new Map(
    found.map((row) => [
      row.referral_id,
      {
        needName: row.need as LocalizedText,
        serviceName: row.service as LocalizedText | null,
        organisationName: row.target as LocalizedText | null,
        fromOrganisationName: row.source as LocalizedText,
      },
    ]),
  );
}

export type NamedReferral = Pick<Names, 'needName' | 'serviceName' | 'organisationName'> & {
  referralId: string;
  status: Referral['status'];
  sentAt: string;
};

/** Of these referrals those that were sent, in their order, each with what it is called: what every list of them begins with. */
export async function listNamed(
  db: Kysely<ReferralsTables>,
  rows: ReferralRow[],
): Promise<{ row: ReferralRow; named: NamedReferral }[]> {
  const names = await listNames(db, rows);
  return rows.flatMap((row) => {
    const { referral_id: referralId, status, sent_at: sentAt } = row;
    const called = names.get(referralId);
    if (called === undefined || sentAt === null) return [];
    const { needName, serviceName, organisationName } = called;
    return [
      { row, named: { referralId, needName, serviceName, organisationName, status, sentAt: sentAt.toISOString() } },
    ];
  });
}

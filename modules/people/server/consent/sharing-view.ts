import { withTables, type AnyCtx } from '@qantara/platform';
import { sql, type Kysely } from 'kysely';
import { OverrideBasis, type OverrideTelling } from '../../contract/index.ts';
import { needsAgreement } from '../../domain/index.ts';
import type { PeopleTables } from '../tables.gen.ts';

type Db = Kysely<PeopleTables>;

/** A name that a partner may read, and whether an agreement with who sent it is needed besides. */
export type SharedName = { name: string | null; needsAgreement: boolean };

type NameRow = { id: string; name: string | null; needs: boolean };

const WITHOUT_AGREEMENT = OverrideBasis.options.filter((basis) => !needsAgreement(basis));

/** Of these people, those whom a live consent, or a live basis in its place, lets this organisation know by name. */
export async function listNamesShared(
  db: Db,
  asked: { personIds: string[]; organisationId: string; at: Date },
): Promise<Map<string, SharedName>> {
  const ids = [...new Set(asked.personIds)];
  if (ids.length === 0) return new Map();
  const { rows } = await sql<NameRow>`
    select person.person_id as id, person.display_name as name, shared.needs from (
      select recipient.person_id, true as needs
      from people.consent_recipient as recipient join people.consent using (person_id, consent_id)
      where recipient.person_id = any (${ids}::uuid[]) and recipient.organisation_id = ${asked.organisationId}
        and consent.purpose = 'referral' and consent.direction <> 'from_partners' and consent.withdrawn_at is null
        and consent.starts_at <= ${asked.at} and consent.ends_at > ${asked.at} and 'identity' = any (consent.categories)
      union all
      select recipient.person_id, one.basis <> all (${WITHOUT_AGREEMENT}::text[])
      from people.sharing_override_recipient as recipient join people.sharing_override as one using (person_id, override_id)
      where recipient.person_id = any (${ids}::uuid[]) and recipient.organisation_id = ${asked.organisationId}
        and one.purpose = 'referral' and one.ended_at is null
        and one.starts_at <= ${asked.at} and one.ends_at > ${asked.at} and 'identity' = any (one.categories)
    ) as shared join people.person on person.person_id = shared.person_id
    order by shared.needs desc`.execute(db);
  return new Map(rows.map(({ id, name, needs }) => [id, { name, needsAgreement: needs }]));
}

/** Of the consents that named this actor's organisation, those that were taken back since then, and when. */
export async function listWithdrawnToMe(ctx: AnyCtx, since: Date): Promise<Map<string, Date>> {
  const { rows } = await sql<{ id: string; at: Date }>`
    select consent_id as id, withdrawn_at as at from people.withdrawn_to_me(${since})`.execute(
    withTables<PeopleTables>(ctx).db,
  );
  return new Map(rows.map(({ id, at }) => [id, at]));
}

/** What must not be told to this person: which basis, and who was told something by it. For the person's own pages to leave out. */
export async function listUntoldOverrides(
  ctx: AnyCtx,
  personId: string,
): Promise<{ overrideId: string; organisationId: string }[]> {
  const { rows } = await sql<{ overrideId: string; organisationId: string }>`
    select override_id as "overrideId", organisation_id as "organisationId" from people.untold_overrides(${personId})`.execute(
    withTables<PeopleTables>(ctx).db,
  );
  return rows;
}

/** One sharing without consent, as the one who watches over it sees it: an identifier, no name. */
export type WatchedOverride = {
  personId: string;
  overrideId: string;
  basis: OverrideBasis;
  reason: string;
  categories: string[];
  telling: OverrideTelling;
  startsAt: Date;
  endsAt: Date;
  endedAt: Date | null;
  recordedBy: string | null;
  organisationId: string | null;
  recipients: string[];
};

/** Every sharing without consent since then; for the privacy officer alone, by the database's own word. */
export async function listWatchedOverrides(ctx: AnyCtx, since: Date): Promise<WatchedOverride[]> {
  const { rows } = await sql<WatchedOverride>`
    select person_id as "personId", override_id as "overrideId", basis, reason, categories, telling, starts_at as "startsAt",
      ends_at as "endsAt", ended_at as "endedAt", recorded_by as "recordedBy",
      recorded_by_organisation_id as "organisationId", recipients::text[] as recipients
    from people.overrides_for_oversight(${since})`.execute(withTables<PeopleTables>(ctx).db);
  return rows;
}

export type ConsentCount = {
  word: 'agreed' | 'withdrawn' | 'refused';
  purpose: string;
  textNumber: number | null;
  reasonCode: string | null;
  count: number;
};

/** How often people agreed, took back and said no since then; for the privacy officer alone. */
export async function countConsents(ctx: AnyCtx, since: Date): Promise<ConsentCount[]> {
  const { rows } = await sql<ConsentCount>`
    select word, purpose, text_number as "textNumber", reason_code as "reasonCode", count::int
    from people.count_consents(${since}) order by word, purpose, text_number, reason_code`.execute(
    withTables<PeopleTables>(ctx).db,
  );
  return rows;
}

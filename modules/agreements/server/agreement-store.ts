import { newId, type LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { sql, type RawBuilder } from 'kysely';
import type { AgreementId, ChangedDraft, NewAgreement, NewNote, Signature } from '../contract/index.ts';
import type { Agreement } from '../contract/index.ts';
import type { AgreementsTables } from './tables.gen.ts';

type AgreementsCtx = Ctx<AgreementsTables>;
/** An agreement as it is kept: where it stands follows from its days. */
export type StoredAgreement = Omit<Agreement, 'status'>;

const SELECTED = sql<StoredAgreement>`
  select agreement.agreement_id as "agreementId", agreement.kind, agreement.title, agreement.summary, agreement.purposes,
    agreement.categories, agreement.starts_on::text as "startsOn", agreement.last_day::text as "lastDay",
    agreement.ended_on::text as "endedOn", agreement.end_reason as "endReason", agreement.version,
    agreement.is_draft as "isDraft", agreement.follows_agreement_id as "followsAgreementId",
    (select next.agreement_id from agreements.agreement as next
      where next.follows_agreement_id = agreement.agreement_id and next.ended_on is null) as "followedById",
    (select coalesce(jsonb_agg(jsonb_build_object('words', note.words, 'organisationName', house.name, 'saidAt', note.said_at)
        order by note.said_at, note.note_id), '[]')
      from agreements.note left join organisations.published_organisation as house on house.organisation_id = note.organisation_id
      where note.agreement_id = agreement.agreement_id) as notes,
    (select coalesce(jsonb_agg(jsonb_build_object('organisationId', party.organisation_id, 'name', organisation.name,
        'signedOn', party.signed_on, 'signatory', party.signatory, 'leftOn', party.left_on)
        order by party.signed_on nulls last, party.organisation_id), '[]')
      from agreements.party
      join organisations.published_organisation as organisation on organisation.organisation_id = party.organisation_id
      where party.agreement_id = agreement.agreement_id) as parties
  from agreements.agreement`;

/** Who writes agreements down reads them all; everybody else, those that their own organisation is a party of. */
function visibleTo({ actor }: AgreementsCtx): RawBuilder<unknown> {
  if (actor.permissions.has('agreement:write')) return sql`true`;
  return sql`exists (select 1 from agreements.party as own
    where own.agreement_id = agreement.agreement_id and own.organisation_id = ${actor.organisationId})`;
}

export async function listVisible(ctx: AgreementsCtx): Promise<StoredAgreement[]> {
  const { rows } = await sql<StoredAgreement>`${SELECTED} where ${visibleTo(ctx)}
    order by agreement.starts_on desc, agreement.agreement_id limit 500`.execute(ctx.db);
  return rows;
}

export async function findVisible(ctx: AgreementsCtx, agreementId: string): Promise<StoredAgreement | undefined> {
  const { rows } = await sql<StoredAgreement>`${SELECTED}
    where agreement.agreement_id = ${agreementId} and ${visibleTo(ctx)}`.execute(ctx.db);
  return rows[0];
}

async function findStored(ctx: AgreementsCtx, agreementId: string): Promise<StoredAgreement | undefined> {
  const { rows } = await sql<StoredAgreement>`${SELECTED} where agreement.agreement_id = ${agreementId}`.execute(
    ctx.db,
  );
  return rows[0];
}

/** An agreement that was just changed, for whoever changed it. */
export async function getStored(ctx: AgreementsCtx, agreementId: string): Promise<StoredAgreement> {
  const stored = await findStored(ctx, agreementId);
  if (stored === undefined) throw new Error('an agreement that was just written is not there');
  return stored;
}

/** The same, held until the command ends: of two who change it at once the second sees what the first did. */
export async function lockStored(ctx: AgreementsCtx, agreementId: string): Promise<StoredAgreement | undefined> {
  await sql`select 1 from agreements.agreement where agreement_id = ${agreementId} for update`.execute(ctx.db);
  return findStored(ctx, agreementId);
}

const textOf = (text: LocalizedText | null): string | null => (text === null ? null : JSON.stringify(text));

const columnsOf = (given: Omit<NewAgreement, 'isDraft' | 'organisationIds'>) => ({
  kind: given.kind,
  title: JSON.stringify(given.title),
  summary: textOf(given.summary),
  purposes: given.purposes,
  categories: given.categories,
  starts_on: given.startsOn,
  last_day: given.lastDay,
});

export async function insertAgreement(
  ctx: AgreementsCtx,
  given: NewAgreement & { followsAgreementId?: string },
): Promise<AgreementId> {
  const agreementId = newId<'AgreementId'>(ctx.now.getTime());
  await ctx.db
    .insertInto('agreements.agreement')
    .values({
      agreement_id: agreementId,
      ...columnsOf(given),
      is_draft: given.isDraft,
      follows_agreement_id: given.followsAgreementId ?? null,
      created_at: ctx.now,
    })
    .execute();
  await insertParties(ctx, agreementId, [...new Set(given.organisationIds)]);
  return agreementId;
}

export async function insertParties(ctx: AgreementsCtx, agreementId: string, organisationIds: string[]): Promise<void> {
  await ctx.db
    .insertInto('agreements.party')
    .values(organisationIds.map((organisationId) => ({ agreement_id: agreementId, organisation_id: organisationId })))
    .execute();
}

type OfParty = { agreementId: string; organisationId: string };

function partyOf(ctx: AgreementsCtx, { agreementId, organisationId }: OfParty) {
  return ctx.db
    .updateTable('agreements.party')
    .where('agreement_id', '=', agreementId)
    .where('organisation_id', '=', organisationId);
}

export async function saveSignature(ctx: AgreementsCtx, { signedOn, signatory, ...of }: Signature): Promise<void> {
  await partyOf(ctx, of).set({ signed_on: signedOn, signatory }).execute();
}

export async function saveLeaving(ctx: AgreementsCtx, { leftOn, ...of }: OfParty & { leftOn: string }): Promise<void> {
  await partyOf(ctx, of).set({ left_on: leftOn }).execute();
}

export async function saveEnd(
  ctx: AgreementsCtx,
  end: { agreementId: string; endedOn: string; reason: string },
): Promise<void> {
  await ctx.db
    .updateTable('agreements.agreement')
    .set((eb) => ({ ended_on: end.endedOn, end_reason: end.reason, version: eb('version', '+', 1) }))
    .where('agreement_id', '=', end.agreementId)
    .execute();
}

type Read = { agreementId: string; version: number };

async function updateDraft(ctx: AgreementsCtx, { agreementId, version }: Read, set: object): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('agreements.agreement')
    .set({ ...set, version: version + 1 })
    .where('agreement_id', '=', agreementId)
    .where('version', '=', version)
    .where('is_draft', '=', true)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Writes over the version of a draft that was read, with who it is between; false where somebody else was first. */
export async function saveDraft(ctx: AgreementsCtx, draft: ChangedDraft): Promise<boolean> {
  if (!(await updateDraft(ctx, draft, columnsOf(draft)))) return false;
  await ctx.db.deleteFrom('agreements.party').where('agreement_id', '=', draft.agreementId).execute();
  await insertParties(ctx, draft.agreementId, [...new Set(draft.organisationIds)]);
  return true;
}

/** A draft is offered for signature, over the version that was read. */
export const saveOffered = (ctx: AgreementsCtx, read: Read): Promise<boolean> =>
  updateDraft(ctx, read, { is_draft: false });

export async function insertNote(ctx: AgreementsCtx, { agreementId, words }: NewNote): Promise<void> {
  await ctx.db
    .insertInto('agreements.note')
    .values({
      note_id: newId(ctx.now.getTime()),
      agreement_id: agreementId,
      words,
      said_by: ctx.actor.accountId,
      organisation_id: ctx.actor.organisationId,
      said_at: ctx.now,
    })
    .execute();
}

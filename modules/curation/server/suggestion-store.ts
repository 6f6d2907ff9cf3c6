import { randomBytes } from 'node:crypto';
import { newId, type Locale, type LocalizedText } from '@qantara/kernel';
import { accessCodeFrom, readAccessCode } from '@qantara/identity/domain';
import type { Ctx } from '@qantara/platform';
import { sql } from 'kysely';
import type { Contact, Proposal, SuggestedField, SuggestionKind, SuggestionState } from '../contract/index.ts';
import type { CurationTables } from './tables.gen.ts';

type CurationCtx = Ctx<CurationTables>;

export type SuggestionToKeep = {
  kind: SuggestionKind;
  serviceId: string | null;
  organisationId: string | null;
  linkId: string | null;
  proposals: Proposal[];
  message: string | null;
  contact: Contact | null;
  locale: Locale;
};

export type SuggestionRow = {
  suggestion_id: string;
  kind: SuggestionKind;
  service_id: string | null;
  organisation_id: string | null;
  link_id: string | null;
  proposals: Proposal[];
  message: string | null;
  sealed_contact: string | null;
  locale: Locale;
  state: SuggestionState;
  answer: string | null;
  taken_fields: SuggestedField[];
  version: number;
  created_at: Date;
  decided_at: Date | null;
  service_name: LocalizedText | null;
  organisation_name: LocalizedText | null;
};

const digestOf = (ctx: CurationCtx, code: string): Buffer => ctx.vault.digest('suggestion code', readAccessCode(code));

/** Keeps what somebody suggests, and answers the code by which they read what comes of it: told once, kept as a digest. */
export async function insertSuggestion(
  ctx: CurationCtx,
  given: SuggestionToKeep,
): Promise<{ suggestionId: string; code: string }> {
  const code = accessCodeFrom(randomBytes(12));
  const suggestionId = newId(ctx.now.getTime());
  await ctx.db
    .insertInto('curation.suggestion')
    .values({
      suggestion_id: suggestionId,
      digest: digestOf(ctx, code),
      kind: given.kind,
      service_id: given.serviceId,
      organisation_id: given.organisationId,
      link_id: given.linkId,
      proposals: JSON.stringify(given.proposals),
      message: given.message,
      sealed_contact: given.contact === null ? null : ctx.vault.seal(JSON.stringify(given.contact)),
      locale: given.locale,
      state: 'waiting',
      created_at: ctx.now,
    })
    .execute();
  return { suggestionId, code };
}

const SELECTED = sql`
  select suggestion.suggestion_id, suggestion.kind, suggestion.service_id, suggestion.organisation_id, suggestion.link_id,
    suggestion.proposals, suggestion.message, suggestion.sealed_contact, suggestion.locale, suggestion.state,
    suggestion.answer, suggestion.taken_fields, suggestion.version, suggestion.created_at, suggestion.decided_at,
    service.name as service_name, organisation.name as organisation_name
  from curation.suggestion
  left join directory.published_service as service on service.service_id = suggestion.service_id
  left join organisations.published_organisation as organisation
    on organisation.organisation_id = coalesce(suggestion.organisation_id, service.organisation_id)`;

export async function findSuggestion(ctx: CurationCtx, suggestionId: string): Promise<SuggestionRow | undefined> {
  const { rows } = await sql<SuggestionRow>`${SELECTED} where suggestion.suggestion_id = ${suggestionId}`.execute(
    ctx.db,
  );
  return rows[0];
}

export async function findByCode(ctx: CurationCtx, code: string): Promise<SuggestionRow | undefined> {
  const { rows } = await sql<SuggestionRow>`${SELECTED} where suggestion.digest = ${digestOf(ctx, code)}`.execute(
    ctx.db,
  );
  return rows[0];
}

/** One page of suggestions in one state, the oldest first while they wait, the newest first once they are decided. */
export async function listSuggestionRows(
  ctx: CurationCtx,
  of: { state: SuggestionState; page: number; perPage: number },
): Promise<{ rows: SuggestionRow[]; total: number }> {
  const order = of.state === 'waiting' ? sql`created_at` : sql`decided_at desc`;
  const { rows } = await sql<SuggestionRow>`${SELECTED} where suggestion.state = ${of.state}
    order by suggestion.${order}, suggestion.suggestion_id limit ${of.perPage} offset ${(of.page - 1) * of.perPage}`.execute(
    ctx.db,
  );
  return { rows, total: await countSuggestions(ctx, of.state) };
}

/** How many suggestions there are in one state. */
export async function countSuggestions(ctx: CurationCtx, state: SuggestionState): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from curation.suggestion where state = ${state}`.execute(ctx.db);
  return rows[0]?.count ?? 0;
}

/** Keeps what came of a suggestion; false where somebody else decided meanwhile. */
export async function saveAnswer(
  ctx: CurationCtx,
  given: {
    suggestionId: string;
    version: number;
    state: Exclude<SuggestionState, 'waiting'>;
    answer: string | null;
    takenFields: SuggestedField[];
    /** The entry that was added for it. */
    serviceId?: string;
  },
): Promise<boolean> {
  const saved = await ctx.db
    .updateTable('curation.suggestion')
    .set({
      state: given.state,
      answer: given.answer,
      taken_fields: given.takenFields,
      version: given.version + 1,
      ...(given.serviceId === undefined ? {} : { service_id: given.serviceId }),
      decided_by: ctx.actor.accountId,
      decided_at: ctx.now,
    })
    .where('suggestion_id', '=', given.suggestionId)
    .where('version', '=', given.version)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

/** Keeps which of the proposals stand in the entry by now; false where somebody changed the suggestion meanwhile. */
export async function saveTaken(
  ctx: CurationCtx,
  given: { suggestionId: string; version: number; state: SuggestionState; takenFields: SuggestedField[] },
): Promise<boolean> {
  const saved = await ctx.db
    .updateTable('curation.suggestion')
    .set({ state: given.state, taken_fields: given.takenFields, version: given.version + 1 })
    .where('suggestion_id', '=', given.suggestionId)
    .where('version', '=', given.version)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

/** Forgets how to reach those whose suggestion was answered thirty days ago. */
export async function forgetContacts(ctx: CurationCtx): Promise<void> {
  await sql`update curation.suggestion set sealed_contact = null
    where sealed_contact is not null and decided_at < ${ctx.now}::timestamptz - interval '30 days'`.execute(ctx.db);
}

import { newId, refuse, textIn, type LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { isText, type AnyRow, type DirectoryRecord } from '@qantara/directory/domain';
import { editRecord, loadRecords } from '@qantara/directory/server';
import type { z } from 'zod';
import {
  Contact,
  type Acceptance,
  type Proposal,
  type Rejection,
  type SuggestedField,
  type Suggestion,
} from '../contract/index.ts';
import { applicable, isApplicable } from '../domain/index.ts';
import { saveKeeper } from './keeper-store.ts';
import { findSuggestion, saveAnswer, type SuggestionRow } from './suggestion-store.ts';
import type { CurationTables } from './tables.gen.ts';

type CurationCtx = Ctx<CurationTables>;
type Fields = Record<string, unknown>;

/** What stands in an entry now where something else is suggested. */
function valueNow(
  record: DirectoryRecord<'service'> | undefined,
  { field }: Proposal,
  locale: SuggestionRow['locale'],
): string | null {
  if (record === undefined) return null;
  if (field === 'phone') return record.parts.phone?.[0]?.number ?? null;
  const value = (record.fields as Fields)[field];
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : textIn(value as LocalizedText, locale).text || null;
}

/** A suggestion as who moderates it sees it, with what stands there now beside each proposal. */
export async function toSuggestion(ctx: CurationCtx, row: SuggestionRow): Promise<z.input<typeof Suggestion>> {
  const record =
    row.service_id === null ? undefined : (await loadRecords(ctx, 'service', [row.service_id])).get(row.service_id);
  return {
    suggestionId: row.suggestion_id,
    kind: row.kind,
    serviceId: row.service_id,
    serviceName: row.service_name,
    organisationName: row.organisation_name,
    isFromKeeper: row.link_id !== null,
    proposals: row.proposals.map((one) => ({ ...one, now: valueNow(record, one, row.locale) })),
    message: row.message,
    contact: row.sealed_contact === null ? null : Contact.parse(JSON.parse(ctx.vault.open(row.sealed_contact))),
    locale: row.locale,
    state: row.state,
    answer: row.answer,
    takenFields: row.taken_fields,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    decidedAt: row.decided_at?.toISOString() ?? null,
  };
}

async function getWaiting(ctx: CurationCtx, of: { suggestionId: string; version: number }): Promise<SuggestionRow> {
  const row = (await findSuggestion(ctx, of.suggestionId)) ?? refuse('suggestion_not_found');
  if (row.state !== 'waiting') refuse('already_decided');
  if (row.version !== of.version) refuse('changed_meanwhile');
  return row;
}

function phonesWith(number: string, record: DirectoryRecord<'service'>): AnyRow[] {
  const [first, ...others] = (record.parts.phone ?? []) as AnyRow[];
  return [{ ...(first ?? { id: newId(), service_id: record.id, type: 'voice' }), number }, ...others];
}

/** The fields that proposals change, each text in the language in which it was suggested. */
function fieldsOf(row: SuggestionRow, proposals: Proposal[], now: Date): Fields {
  const fields: Fields = row.kind === 'closed' ? { status: 'defunct' } : { assured_date: now.toISOString() };
  for (const { field, value } of proposals)
    if (field !== 'phone') fields[field] = isText('service', field) ? { [row.locale]: value } : value;
  return fields;
}

/** Writes the proposals that were taken into the entry. */
async function apply(ctx: CurationCtx, row: SuggestionRow, proposals: Proposal[]): Promise<void> {
  const serviceId = row.service_id;
  if (serviceId === null || (proposals.length === 0 && row.kind !== 'closed')) return;
  const record = (await loadRecords(ctx, 'service', [serviceId])).get(serviceId) ?? refuse('suggestion_not_found');
  const phone = proposals.find(({ field }) => field === 'phone');
  const parts = phone === undefined ? {} : { phone: phonesWith(phone.value, record) as never };
  const fields = fieldsOf(row, proposals, ctx.now);
  await editRecord(ctx, { object: 'service', recordId: serviceId, fields, parts });
  const data = { organisationId: record.fields.organization_id ?? null };
  ctx.emit({ type: 'service.saved', subject: serviceId, data });
}

/** Who claimed an entry keeps the entries of its organisation from now on. */
async function nameKeeper(ctx: CurationCtx, row: SuggestionRow): Promise<void> {
  if (row.kind !== 'claim' || row.service_id === null || row.sealed_contact === null) return;
  const record = (await loadRecords(ctx, 'service', [row.service_id])).get(row.service_id);
  const organisationId = record?.fields.organization_id;
  const { name, ...contact } = Contact.parse(JSON.parse(ctx.vault.open(row.sealed_contact)));
  if (organisationId)
    await saveKeeper(ctx, organisationId, {
      name: name ?? contact.email ?? contact.phone ?? '–',
      ...contact,
      locale: row.locale,
    });
}

/** What is entered by hand is taken once it was: a mark alone would say that it stands where it does not. */
function takenOf(row: SuggestionRow, given: z.output<typeof Acceptance>): SuggestedField[] {
  if (row.kind === 'claim' || row.kind === 'closed') return [];
  if (given.taken.some((field) => !isApplicable(field) && !row.taken_fields.includes(field))) refuse('not_entered_yet');
  return [...new Set([...row.taken_fields, ...given.taken])];
}

/**
 * Takes what is suggested, whole or in part, as the moderator words it. Refuses `changed_meanwhile` and `already_decided`, so
 * that two moderators do not answer twice; `entry_needed` for a missing service, which is taken by adding its entry; and
 * `not_entered_yet` for hours and addresses that nobody entered.
 */
export async function acceptSuggestion(ctx: CurationCtx, given: z.output<typeof Acceptance>) {
  const row = await getWaiting(ctx, given);
  if (row.kind === 'new') refuse('entry_needed');
  const taken = takenOf(row, given);
  const isWhole =
    row.proposals.every(({ field }) => taken.includes(field)) || row.kind === 'claim' || row.kind === 'closed';
  await apply(ctx, row, applicable(row.proposals, taken, given.values));
  await nameKeeper(ctx, row);
  const state = isWhole ? 'accepted' : 'partly_accepted';
  const { suggestionId, version } = given;
  if (!(await saveAnswer(ctx, { suggestionId, version, state, answer: given.answer ?? null, takenFields: taken })))
    refuse('changed_meanwhile');
  ctx.emit({ type: 'suggestion.accepted', subject: row.suggestion_id, data: { kind: row.kind, taken } });
  return toSuggestion(ctx, (await findSuggestion(ctx, row.suggestion_id)) ?? refuse('suggestion_not_found'));
}

/** Does not take what is suggested, and says why. */
export async function rejectSuggestion(ctx: CurationCtx, given: z.output<typeof Rejection>) {
  const row = await getWaiting(ctx, given);
  const { suggestionId, version, answer } = given;
  if (!(await saveAnswer(ctx, { suggestionId, version, state: 'rejected', answer, takenFields: [] })))
    refuse('changed_meanwhile');
  ctx.emit({ type: 'suggestion.rejected', subject: row.suggestion_id, data: { kind: row.kind } });
  return toSuggestion(ctx, (await findSuggestion(ctx, row.suggestion_id)) ?? refuse('suggestion_not_found'));
}

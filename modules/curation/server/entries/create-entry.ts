import { newId, refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { Content, Parts } from '@qantara/directory/domain';
import { HERE, stateRecords } from '@qantara/directory/server';
import { findOrganisation } from '@qantara/organisations/server';
import type { NewEntry, SuggestedField } from '../../contract/index.ts';
import { isApplicable } from '../../domain/index.ts';
import { checkOffer, costRows } from '../edit/offer.ts';
import { saveCadence } from '../entries-view.ts';
import { findSuggestion, saveAnswer, type SuggestionRow } from '../suggestion-store.ts';
import type { CurationTables } from '../tables.gen.ts';
import { findAlike } from './find-alike.ts';

type CurationCtx = Ctx<CurationTables>;

const phonePart = (field: 'service_id' | 'organization_id', id: string, number: string | null): Parts =>
  number === null ? {} : { phone: [{ id: newId(), [field]: id, number, type: 'voice' }] };

/** Without what nobody said. */
function said(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));
}

/** The organisation that comes with the entry; its sector and its referrals are for others to say. */
async function addOrganisation(ctx: CurationCtx, entry: NewEntry): Promise<string> {
  if (entry.organisationName === null)
    return refuse('invalid_input', { fields: [{ path: 'organisationName', code: 'required' }] });
  const id = newId(ctx.now.getTime());
  const fields = said({
    name: entry.organisationName,
    description: entry.organisationDescription,
    email: entry.organisationEmail,
    website: entry.organisationUrl,
  });
  const content = { fields, parts: phonePart('organization_id', id, entry.organisationPhone) } as Content;
  await stateRecords(ctx, HERE, [{ object: 'organization', sourceRecordId: id, recordId: id, content, isEdit: false }]);
  ctx.emit({ type: 'organisation.saved', subject: id });
  return id;
}

async function organisationOf(ctx: CurationCtx, entry: NewEntry): Promise<string> {
  if (entry.organisationId === null) return addOrganisation(ctx, entry);
  return ((await findOrganisation(ctx, entry.organisationId)) ?? refuse('organisation_not_found')).organisationId;
}

function contentOf(id: string, entry: NewEntry, of: { organisationId: string; now: Date }): Content {
  const { name, description, eligibility_description, application_process, fees_description } = entry;
  const { url, email, minimum_age, maximum_age, capacity } = entry;
  const room = capacity === 'unknown' ? {} : { capacity_status: capacity, capacity_at: of.now.toISOString() };
  const texts = { name, description, eligibility_description, application_process, fees_description };
  const fields = said({
    organization_id: of.organisationId,
    status: 'active',
    assured_date: of.now.toISOString(),
    ...texts,
    url,
    email,
    minimum_age,
    maximum_age,
    ...room,
    need_codes: [...new Set(entry.needCodes)].toSorted(),
    area_ids: [...new Set(entry.areaIds)].toSorted(),
  });
  const languages = [...new Set(entry.languages)].map((code) => ({ id: newId(), service_id: id, code }));
  const costs = costRows(id, {}, entry.costs);
  const parts = {
    ...phonePart('service_id', id, entry.phone),
    ...(languages.length > 0 ? { language: languages } : {}),
    ...(costs.length > 0 ? { cost_option: costs } : {}),
  };
  return { fields, parts } as Content;
}

/** The suggestion that this entry answers: it is taken in the same moment, or nothing is. */
async function takeSuggestion(ctx: CurationCtx, row: SuggestionRow, entry: NewEntry & { serviceId: string }) {
  const takenFields = row.proposals.map(({ field }) => field).filter(isApplicable) as SuggestedField[];
  const saved = await saveAnswer(ctx, {
    suggestionId: row.suggestion_id,
    version: entry.suggestionVersion ?? row.version,
    state: 'accepted',
    answer: entry.answer,
    takenFields,
    serviceId: entry.serviceId,
  });
  if (!saved) refuse('changed_meanwhile');
  ctx.emit({ type: 'suggestion.accepted', subject: row.suggestion_id, data: { kind: row.kind, taken: takenFields } });
}

async function findAnswered(ctx: CurationCtx, entry: NewEntry): Promise<SuggestionRow | undefined> {
  if (entry.suggestionId === undefined) return undefined;
  const row = (await findSuggestion(ctx, entry.suggestionId)) ?? refuse('suggestion_not_found');
  if (row.kind !== 'new') refuse('suggestion_not_found');
  if (row.state !== 'waiting') refuse('already_decided');
  return row;
}

function checkNeeds({ needCodes, hasNoNeed }: NewEntry): void {
  if (needCodes.length === 0 && !hasNoNeed)
    refuse('invalid_input', { fields: [{ path: 'needCodes', code: 'required' }] });
}

function checkAges({ minimum_age: least, maximum_age: most }: NewEntry): void {
  if (least !== null && most !== null && most < least)
    refuse('invalid_input', { fields: [{ path: 'maximum_age', code: 'most_below_least' }] });
}

/**
 * Adds an entry that was not there, with its organisation where that comes with it; it counts as made sure of today. Refuses
 * `entry_may_exist` while something is like it and nobody said that it is another. A suggestion is taken with it or not at all.
 */
export async function createEntry(ctx: CurationCtx, entry: NewEntry) {
  checkNeeds(entry);
  checkAges(entry);
  await checkOffer(ctx, entry);
  const answered = await findAnswered(ctx, entry);
  if (!entry.isSureNew && (await findAlike(ctx, entry)).alike.length > 0) refuse('entry_may_exist');
  const organisationId = await organisationOf(ctx, entry);
  const id = newId(ctx.now.getTime());
  const content = contentOf(id, entry, { organisationId, now: ctx.now });
  await stateRecords(ctx, HERE, [{ object: 'service', sourceRecordId: id, recordId: id, content, isEdit: false }]);
  await saveCadence(ctx, id, entry.cadenceMonths);
  ctx.emit({ type: 'service.saved', subject: id, data: { organisationId } });
  if (answered !== undefined) await takeSuggestion(ctx, answered, { ...entry, serviceId: id });
  return { serviceId: id, organisationId };
}

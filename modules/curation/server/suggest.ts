import { refuse } from '@qantara/kernel';
import { countAttempt, forgiveAttempt, type Ctx } from '@qantara/platform';
import { findService } from '@qantara/directory/server';
import type { z } from 'zod';
import {
  SuggestedField,
  type Contact,
  type NewSuggestion,
  type Proposal,
  type SuggestionAnswer,
} from '../contract/index.ts';
import { listEntries } from './entries-view.ts';
import { findLink, saveUse } from './link-store.ts';
import { findByCode, insertSuggestion } from './suggestion-store.ts';
import type { CurationTables } from './tables.gen.ts';

type CurationCtx = Ctx<CurationTables>;
type Given = z.output<typeof NewSuggestion>;

/** Enough for a room of people who all have something to say, too few for a machine that fills the queue. */
const PER_ORIGIN = { limit: 20, windowSeconds: 3600 };
const TRIES = { limit: 20, windowSeconds: 900 };

function proposalsOf(given: Given): Proposal[] {
  return SuggestedField.options.flatMap((field) => {
    const value = given[field];
    return value === undefined ? [] : [{ field, value }];
  });
}

function contactOf(given: Given): Contact | null {
  const { contactName: name, contactRole: role, contactEmail: email, contactPhone: phone } = given;
  return [name, role, email, phone].some((said) => said !== undefined) ? { name, role, email, phone } : null;
}

/** What a suggestion must say at least, by its kind. */
function checkSaid(given: Given, proposals: Proposal[]): void {
  const isNothing = given.kind === 'change' && proposals.length === 0 && given.message === undefined;
  if (isNothing) refuse('nothing_suggested', { fields: [{ path: 'message', code: 'required' }] });
  const isNameless = given.kind === 'new' && given.name === undefined;
  if (isNameless) refuse('nothing_suggested', { fields: [{ path: 'name', code: 'required' }] });
}

/** The entry that a suggestion is about; one that is missing is about none. */
async function getSubject(ctx: CurationCtx, { kind, serviceId }: Given): Promise<string | null> {
  if (kind === 'new') return null;
  const service = serviceId === undefined ? undefined : await findService(ctx, serviceId);
  return (service ?? refuse('service_not_found')).serviceId;
}

async function keep(ctx: CurationCtx, given: Given, by: { linkId: string; organisationId: string } | null) {
  const proposals = proposalsOf(given);
  checkSaid(given, proposals);
  const { suggestionId, code } = await insertSuggestion(ctx, {
    kind: given.kind,
    serviceId: await getSubject(ctx, given),
    organisationId: by === null ? null : by.organisationId,
    linkId: by === null ? null : by.linkId,
    proposals,
    message: given.message ?? null,
    contact: contactOf(given),
    locale: given.locale,
  });
  ctx.emit({ type: 'suggestion.made', subject: suggestionId, data: { kind: given.kind, isFromKeeper: by !== null } });
  return { code };
}

/**
 * Anyone says what should be different: an entry, one that has closed, one that is missing, one that is theirs. Nothing of the
 * directory changes by it. Whoever claims an entry must say how they are reached (`claim_contact_needed`).
 */
export async function suggest(ctx: CurationCtx, given: Given) {
  if (!(await countAttempt(ctx, `suggestion ${ctx.origin}`, PER_ORIGIN))) refuse('too_many_requests');
  const isReachable = given.contactEmail !== undefined || given.contactPhone !== undefined;
  if (given.kind === 'claim' && !isReachable)
    refuse('claim_contact_needed', { fields: [{ path: 'contactEmail', code: 'required' }] });
  return keep(ctx, given, null);
}

/** The same by an organisation's link, about its own entries only. */
export async function suggestByLink(ctx: CurationCtx, { token, ...given }: Given & { token: string }) {
  const link = (await findLink(ctx, token)) ?? refuse('link_not_valid');
  const own = await listEntries(ctx, link.organisationId);
  const isOwn = given.serviceId === undefined || own.some(({ serviceId }) => serviceId === given.serviceId);
  if (!isOwn) refuse('service_not_found');
  await saveUse(ctx, link.linkId);
  return keep(ctx, given, link);
}

/** What came of a suggestion, for whoever has its code. A wrong code is counted. */
export async function openSuggestion(
  ctx: CurationCtx,
  { code }: { code: string },
): Promise<z.input<typeof SuggestionAnswer>> {
  const bucket = `suggestion code ${ctx.origin}`;
  if (!(await countAttempt(ctx, bucket, TRIES))) refuse('too_many_requests');
  const row = (await findByCode(ctx, code)) ?? refuse('suggestion_not_found');
  await forgiveAttempt(ctx, bucket);
  ctx.emit({ type: 'suggestion.opened', subject: row.suggestion_id });
  return {
    kind: row.kind,
    serviceName: row.service_name,
    state: row.state,
    answer: row.answer,
    createdAt: row.created_at.toISOString(),
    decidedAt: row.decided_at?.toISOString() ?? null,
  };
}

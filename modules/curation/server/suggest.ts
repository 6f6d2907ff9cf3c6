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

function checkSaid(given: Given, proposals: Proposal[]): void {
  const { kind, message, name, serviceId } = given;
  if (kind === 'change' && proposals.length === 0 && message === undefined)
    refuse('nothing_suggested', { fields: [{ path: 'message', code: 'required' }] });
  if (kind === 'new' && name === undefined)
    refuse('nothing_suggested', { fields: [{ path: 'name', code: 'required' }] });
  if (kind !== 'new' && serviceId === undefined) refuse('service_not_found');
}

async function keep(ctx: CurationCtx, given: Given, by: { linkId: string; organisationId: string } | null) {
  const proposals = proposalsOf(given);
  const contact = contactOf(given);
  checkSaid(given, proposals);
  const service =
    given.serviceId === undefined
      ? undefined
      : ((await findService(ctx, given.serviceId)) ?? refuse('service_not_found'));
  const kept = await insertSuggestion(ctx, {
    kind: given.kind,
    serviceId: service?.serviceId ?? null,
    organisationId: by?.organisationId ?? null,
    linkId: by?.linkId ?? null,
    proposals,
    message: given.message ?? null,
    contact,
    locale: given.locale,
  });
  ctx.emit({
    type: 'suggestion.made',
    subject: kept.suggestionId,
    data: { kind: given.kind, isFromKeeper: by !== null },
  });
  return { code: kept.code };
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

import { refuse } from '@qantara/kernel';
import { countAttempt, type Ctx } from '@qantara/platform';
import { listOrganisationNames } from '@qantara/organisations/server';
import type { z } from 'zod';
import type { BreakGlass, GlassId, OpenGlass } from '../../contract/index.ts';
import { askedNameKeys, contactKey, glassUntil } from '../../domain/index.ts';
import { findShownPerson } from '../person-store.ts';
import { safeContactOf } from '../safe-contact/safe-contact-of.ts';
import type { PeopleTables } from '../tables.gen.ts';
import { closeGlassOf, findGlass, findMeant, insertGlass } from './glass-store.ts';

type GlassCtx = Ctx<PeopleTables>;

/** More than the emergencies of one person's day; whoever asks for more is fishing. */
const ASKED = { limit: 10, windowSeconds: 86_400 };

function contactKeys(contact: string): string[] {
  if (contact === '') return [];
  const kinds = contact.includes('@') ? (['email'] as const) : (['phone'] as const);
  return kinds.flatMap((kind) => contactKey({ kind, value: contact }) ?? []);
}

type Given = z.output<typeof BreakGlass>;

/** The keys by which somebody is meant. Refuses `glass_needs_more`: a name alone would be a way of looking around. */
function keysOf({ name, birthYear, contact }: Given) {
  const names = askedNameKeys(name).filter((key) => key.includes('+'));
  const contacts = contactKeys(contact);
  if (names.length === 0) refuse('glass_needs_more', { fields: [{ path: 'name', code: 'glass_needs_more' }] });
  if (birthYear === null && contacts.length === 0)
    refuse('glass_needs_more', { fields: [{ path: 'birthYear', code: 'glass_needs_more' }] });
  return { names, contacts, birthYear };
}

type Asking = { keys: ReturnType<typeof keysOf>; accountId: string } & Pick<Given, 'reasonCode' | 'reason'>;

/** Opens what is meant, where an emergency opens records of its class. */
async function openMeant(ctx: GlassCtx, { keys, accountId, reasonCode, reason }: Asking) {
  const meant = await findMeant(ctx.db, keys);
  const until = meant === undefined ? null : glassUntil(meant.recordClass, ctx.now);
  if (meant === undefined || until === null) return undefined;
  const by = { accountId, organisationId: ctx.actor.organisationId };
  const glassId = await insertGlass(ctx.db, { personId: meant.personId, by, reasonCode, reason, until, now: ctx.now });
  return glassId === undefined ? undefined : { ...meant, glassId };
}

/**
 * Opens somebody's record in an emergency, for some hours, with a reason that whoever looks after them and the privacy officer
 * read at once. One answer for nobody, for several who fit, and for a record that no emergency opens: no identifier; it is an
 * answer and not a refusal, so that every try is counted and recorded. Refuses `glass_needs_more`, `too_many_requests`.
 */
export async function breakGlass(ctx: GlassCtx, given: Given): Promise<{ glassId: GlassId | null }> {
  const { accountId } = ctx.actor;
  if (accountId === null) return refuse('not_signed_in');
  // Before the try is counted: what names nobody well enough is no try.
  const keys = keysOf(given);
  if (!(await countAttempt(ctx, `glass ${accountId}`, ASKED))) refuse('too_many_requests');
  const { reasonCode, reason } = given;
  const opened = await openMeant(ctx, { keys, accountId, reasonCode, reason });
  if (opened === undefined) {
    ctx.emit({ type: 'glass.found_nobody', subject: accountId, data: { reasonCode } });
    return { glassId: null };
  }
  const { glassId, personId, recordClass } = opened;
  ctx.emit({ type: 'glass.broken', subject: glassId, personId, data: { reasonCode, recordClass }, after: { reason } });
  return { glassId };
}

/** The record behind one's own emergency opening, while it lasts. Refuses `glass_not_found`. */
export async function getGlass(ctx: GlassCtx, { glassId }: { glassId: string }): Promise<OpenGlass> {
  const glass = await findGlass(ctx.db, glassId);
  const isOpen =
    glass !== undefined &&
    glass.accountId === ctx.actor.accountId &&
    glass.closedAt === null &&
    new Date(glass.until) > ctx.now;
  const person = isOpen ? await findShownPerson(ctx.db, glass.personId) : undefined;
  if (!isOpen || person === undefined) return refuse('glass_not_found');
  ctx.noteAccess({
    personId: person.personId,
    kind: 'record',
    subjectId: glassId,
    reason: glass.reason,
  });
  const names = await listOrganisationNames(ctx, person.stewardOrganisationId ? [person.stewardOrganisationId] : []);
  return {
    glass,
    names: person.names,
    displayName: person.displayName,
    birth: person.birth,
    languages: person.languages,
    needsInterpreter: person.needsInterpreter,
    safeContact: await safeContactOf(ctx, person),
    stewardName: names.get(person.stewardOrganisationId ?? '') ?? null,
  };
}

/** Ends one's own opening before its time. Refuses `glass_not_found`. */
export async function closeGlass(ctx: GlassCtx, { glassId }: { glassId: string }): Promise<{ done: true }> {
  const glass = (await findGlass(ctx.db, glassId)) ?? refuse('glass_not_found');
  const { personId, accountId } = glass;
  if (
    accountId !== ctx.actor.accountId ||
    !(await closeGlassOf(ctx.db, { glassId, personId, accountId, now: ctx.now }))
  )
    return refuse('glass_not_found');
  ctx.emit({ type: 'glass.closed', subject: glassId, personId });
  return { done: true };
}

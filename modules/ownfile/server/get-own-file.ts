import { refuse, type LocalizedText } from '@qantara/kernel';
import { listPapersOf } from '@qantara/attachments/server';
import { listOwnCohorts } from '@qantara/cohorts/server';
import { listOrganisationNames } from '@qantara/organisations/server';
import {
  findPersonForUseCase,
  listCorrectionRequests,
  listOwnPlaces,
  listRefusalsOf,
  listUntoldOverrides,
  loadSharingWords,
  withdrawOwnConsent,
} from '@qantara/people/server';
import type { Consent, Person } from '@qantara/people/contract';
import { listSentOf } from '@qantara/referrals/server';
import { listOpenings, type AnyCtx, type Opening } from '@qantara/platform';
import { findLatestScreening } from '@qantara/screening/server';
import { listAreas } from '@qantara/territory/server';
import type { z } from 'zod';
import { OpenedBy, OpenedWhat, type OwnFile } from '../contract/index.ts';

type File = z.input<typeof OwnFile>;
type Names = Awaited<ReturnType<typeof listOrganisationNames>>;

const MOST_OPENINGS = 100;

const ownId = (ctx: AnyCtx): string => ctx.actor.personId ?? refuse('not_signed_in');

/** One opening as it concerns this person, whoever else it opened: a search shows many, and each sees themselves. */
function toOpening(opening: Opening, names: Names): File['openings'][number] {
  const [own] = opening.people;
  return {
    at: opening.at.toISOString(),
    what: OpenedWhat.safeParse(opening.kind).data ?? 'other',
    by: OpenedBy.safeParse(own?.rule).data ?? 'other',
    organisationName: names.get(opening.organisationId ?? '') ?? null,
  };
}

async function areaNameOf(ctx: AnyCtx, areaId: string | null): Promise<File['areaName']> {
  if (areaId === null) return null;
  return (await listAreas(ctx)).find((area) => area.areaId === areaId)?.name ?? null;
}

/**
 * Who opened the record, without those of whom the person must not be told: an organisation that learned of them by a basis of which
 * telling would endanger somebody, unless the person named it themselves.
 */
async function listTold(ctx: AnyCtx, person: Person, consents: readonly Consent[]): Promise<Opening[]> {
  const untold = await listUntoldOverrides(ctx, person.personId);
  const known = new Set([person.stewardOrganisationId, ...consents.flatMap(({ recipients }) => recipients)]);
  const hidden = new Set(untold.map(({ organisationId }) => organisationId).filter((id) => !known.has(id)));
  const openings = await listOpenings(ctx, { personIds: [person.personId] }, { limit: MOST_OPENINGS + 1, offset: 0 });
  const isTold = ({ kind, organisationId }: Opening): boolean =>
    !hidden.has(organisationId ?? '') && (untold.length === 0 || kind !== 'overrides');
  return openings.filter(isTold);
}

/** What they need, and where they belong: their own rows alone, as the database shows them to nobody else. */
async function belongingsOf(ctx: AnyCtx, personId: string) {
  const screening = await findLatestScreening(ctx, personId);
  const found = (screening?.findings ?? []).filter(({ hasNeed }) => hasNeed === true);
  return {
    needs: found.map(({ needName, wantsHelp }) => ({ name: needName, wantsHelp })),
    askedAt: screening?.receivedAt ?? null,
    households: await listOwnPlaces(ctx, personId),
    cohorts: await listOwnCohorts(ctx, personId),
    papers: await listPapersOf(ctx, personId),
  };
}

/** What was agreed to, refused, shared without it, sent, and asked to be put right. */
async function wordsOf(ctx: AnyCtx, personId: string) {
  const { consents, overrides } = await loadSharingWords(ctx, personId);
  return {
    consents: [...consents],
    refusals: await listRefusalsOf(ctx, personId),
    overrides: overrides.map((override) => ({ ...override, reason: null })),
    sent: await listSentOf(ctx, personId),
    corrections: await listCorrectionRequests(ctx, personId),
  };
}

/** All that is held of a person, what they agreed to, and who opened it when: for that person, who opens it by their code. */
export async function getOwnFile(ctx: AnyCtx): Promise<File> {
  const personId = ownId(ctx);
  const person = (await findPersonForUseCase(ctx, personId)) ?? refuse('not_signed_in');
  const words = await wordsOf(ctx, personId);
  const openings = await listTold(ctx, person, words.consents);
  const partners = [words.consents, words.refusals, words.overrides].flat().flatMap(({ recipients }) => recipients);
  const named = [
    person.stewardOrganisationId,
    ...partners,
    ...openings.map(({ organisationId }) => organisationId),
  ].filter((id) => id !== null);
  const names = await listOrganisationNames(ctx, named);
  ctx.noteAccess({ personId, kind: 'own_file' });
  const nameOf = (id: string): [string, LocalizedText][] => {
    const name = names.get(id);
    return name === undefined ? [] : [[id, name]];
  };
  return {
    names: person.names.map(({ kind, words: said }) => ({ kind, words: said })),
    birth: person.birth,
    gender: person.gender,
    genderWords: person.genderWords,
    languages: person.languages,
    needsInterpreter: person.needsInterpreter,
    areaName: await areaNameOf(ctx, person.areaId),
    mayContact: person.mayContact,
    contactPoints: person.contactPoints,
    isRestricted: person.isRestricted,
    lookedAfterBy: names.get(person.stewardOrganisationId ?? '') ?? null,
    since: person.createdAt,
    ...words,
    ...(await belongingsOf(ctx, personId)),
    partnerNames: Object.fromEntries(partners.flatMap((id) => nameOf(id))),
    openings: openings.slice(0, MOST_OPENINGS).map((opening) => toOpening(opening, names)),
    hasMore: openings.length > MOST_OPENINGS,
  };
}

/** The person takes back what they agreed to: the next read under it finds nothing. */
export async function withdraw(ctx: AnyCtx, { consentId }: { consentId: string }): Promise<{ done: true }> {
  await withdrawOwnConsent(ctx, { personId: ownId(ctx), consentId });
  return { done: true };
}

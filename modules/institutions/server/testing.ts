import type { Actor } from '@qantara/kernel';
import { identityModule } from '@qantara/identity/server';
import { actorInRole, get, inSystem, openBench, type Bench } from '@qantara/identity/testing';
import { organisationsModule, saveOrganisation } from '@qantara/organisations/server';
import { saveArea, territoryModule } from '@qantara/territory/server';
import type { NewInstitution, OpenInstitution, TakeLicenceStep } from '../contract/index.ts';
import { institutionsModule } from './index.ts';

/** Two associations that run institutions, an inspector, and somebody at each association. */
export type InstitutionsBench = Bench & {
  organisations: Record<'roof' | 'aman', string>;
  areas: Record<'city' | 'harbour' | 'town', string>;
  inspector: Actor;
  roof: Actor;
  aman: Actor;
};

async function addOrganisation(bench: Bench, name: string): Promise<string> {
  const none = { description: null, email: null, phone: null, website: null, areaId: null };
  return inSystem(bench, (ctx) =>
    saveOrganisation(ctx, { name: { en: name }, sector: 'association', receivesReferrals: false, ...none }),
  );
}

async function addArea(bench: Bench, code: string, parentCode: string | null): Promise<string> {
  const kind = parentCode === null ? ('municipality' as const) : ('neighbourhood' as const);
  const none = { boundary: null, latitude: null, longitude: null, population: null };
  return inSystem(bench, (ctx) => saveArea(ctx, { code, parentCode, kind, name: { en: code }, ...none }));
}

/** A database of its own with the modules below and this one. */
export async function openInstitutionsBench(): Promise<InstitutionsBench> {
  const bench = await openBench([identityModule, territoryModule, organisationsModule, institutionsModule]);
  const organisations = { roof: await addOrganisation(bench, 'Roof'), aman: await addOrganisation(bench, 'Aman') };
  const city = await addArea(bench, 'CITY', null);
  const areas = { city, harbour: await addArea(bench, 'HARBOUR', 'CITY'), town: await addArea(bench, 'TOWN', null) };
  return {
    ...bench,
    organisations,
    areas,
    inspector: actorInRole('inspector', null),
    roof: actorInRole('partner', organisations.roof),
    aman: actorInRole('partner', organisations.aman),
  };
}

/** A children's home of the roof association in the harbour, unless the test says otherwise. */
export async function anInstitution(bench: InstitutionsBench, changed: Partial<NewInstitution> = {}): Promise<string> {
  const given = {
    organisationId: bench.organisations.roof,
    kindCode: 'children',
    name: { ar: 'دار النور', fr: 'Maison Ennour', en: 'House of Light' },
    areaId: bench.areas.harbour,
    capacityApproved: 20,
    ...changed,
  };
  const asked = { input: given, actor: bench.inspector };
  return (await get<{ institutionId: string }>(bench, 'POST /institutions', asked)).institutionId;
}

export function open(
  bench: InstitutionsBench,
  institutionId: string,
  actor: Actor = bench.inspector,
): Promise<OpenInstitution> {
  return get(bench, 'GET /institutions/:institutionId', { input: { institutionId }, actor });
}

/** One step of its licence, over the version as it is now. */
export async function licensed(
  bench: InstitutionsBench,
  institutionId: string,
  given: Partial<TakeLicenceStep>,
): Promise<void> {
  const { version } = await open(bench, institutionId);
  const input = { institutionId, version, ...given };
  await get(bench, 'POST /institutions/:institutionId/licence', { input, actor: bench.inspector });
}

const DAY = 86_400_000;

/** The day so many days from now, as the bench's region counts them. */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
}

/** Applied for and granted, for two years from last month. */
export async function fullyLicensed(bench: InstitutionsBench, institutionId: string): Promise<void> {
  await licensed(bench, institutionId, { step: 'apply' });
  const paper = { number: 'L-1', issuedOn: dayFromNow(-30), validUntil: dayFromNow(700), authority: 'The governor' };
  await licensed(bench, institutionId, { step: 'grant', ...paper });
}

/** A visit made today, with this outcome. */
export async function aVisit(bench: InstitutionsBench, institutionId: string, doneOn = dayFromNow(0)): Promise<string> {
  const input = { institutionId, reason: 'routine', doneOn, team: 'Nadia B.', outcome: 'to_improve' };
  const asked = { input, actor: bench.inspector };
  const path = 'POST /institutions/:institutionId/visits';
  return (await get<{ inspectionId: string }>(bench, path, asked)).inspectionId;
}

/** What a visit found, due so many days from the visit. */
export async function aShortcoming(bench: InstitutionsBench, inspectionId: string, dueOn: string): Promise<string> {
  const input = { inspectionId, requirementCode: 'safety', severity: 'major', text: 'Fire exit locked', dueOn };
  const asked = { input, actor: bench.inspector };
  const path = 'POST /inspections/:inspectionId/shortcomings';
  return (await get<{ shortcomingId: string }>(bench, path, asked)).shortcomingId;
}

import { clientFor, type Actor, type Client } from '@qantara/kernel';
import {
  institutionsRoutes,
  type InspectionId,
  type InstitutionId,
  type ShortcomingId,
} from '@qantara/institutions/contract';
import type { DatabaseClient, Executor } from '@qantara/platform';
import type { SampleDirectory } from './load-directory.ts';
import { seeds, type InstitutionSeed } from './read-seed.ts';

const DAY = 24 * 3600_000;
const MONTH = 30.4 * DAY;
const AUTHORITY = 'ولاية سبيل';
const DAYS_BETWEEN_STEPS = 9;

export type Inspecting = {
  executor: Executor;
  client: DatabaseClient;
  inspector: Actor;
  directory: SampleDirectory;
  now: Date;
};

type Api = Client<typeof institutionsRoutes>;
type Told = { at: (moment: Date) => Api; now: Date; institutionId: InstitutionId };

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

function ago(told: Pick<Told, 'now'>, months: number): Date {
  return new Date(told.now.getTime() - months * MONTH);
}

async function tellLicence(told: Told, seed: InstitutionSeed): Promise<void> {
  const { institutionId } = told;
  for (const { monthsAgo, step, number = '', validMonths } of seed.licence) {
    const moment = ago(told, monthsAgo);
    const api = told.at(moment);
    const { version } = await api.getInstitution({ institutionId });
    const paper =
      validMonths === undefined
        ? { issuedOn: null, validUntil: null }
        : {
            number,
            issuedOn: dayOf(moment),
            validUntil: dayOf(new Date(moment.getTime() + validMonths * MONTH)),
            authority: AUTHORITY,
          };
    await api.takeLicenceStep({ institutionId, version, step, ...paper });
  }
}

type ShortcomingSeed = InstitutionSeed['visits'][number]['shortcomings'][number];

async function tellShortcoming(
  told: Told,
  seed: ShortcomingSeed,
  visit: { at: Date; inspectionId: InspectionId },
): Promise<void> {
  const { requirementCode, severity, text, dueAfterDays, steps } = seed;
  const dueOn = dayOf(new Date(visit.at.getTime() + dueAfterDays * DAY));
  const found = await told
    .at(visit.at)
    .addShortcoming({ inspectionId: visit.inspectionId, requirementCode, severity, text, dueOn });
  const shortcomingId: ShortcomingId = found.shortcomingId;
  for (const [index, { step, note }] of steps.entries()) {
    const moment = Math.min(visit.at.getTime() + (index + 1) * DAYS_BETWEEN_STEPS * DAY, told.now.getTime());
    const api = told.at(new Date(moment));
    if (step === 'correct') await api.correctShortcoming({ shortcomingId, evidence: note });
    else if (step === 'verify') await api.verifyShortcoming({ shortcomingId, note });
    else await api.returnShortcoming({ shortcomingId, note });
  }
}

async function tellVisits(told: Told, seed: InstitutionSeed): Promise<void> {
  const { institutionId } = told;
  for (const { monthsAgo, shortcomings, ...visit } of seed.visits) {
    const moment = ago(told, monthsAgo);
    const { inspectionId } = await told.at(moment).recordVisit({ ...visit, institutionId, doneOn: dayOf(moment) });
    for (const shortcoming of shortcomings) await tellShortcoming(told, shortcoming, { at: moment, inspectionId });
  }
  for (const { inDays, ...planned } of seed.planned) {
    const plannedOn = dayOf(new Date(told.now.getTime() + inDays * DAY));
    await told.at(ago(told, 0.5)).planInspection({ ...planned, institutionId, plannedOn });
  }
}

async function tellInstitution(inspecting: Inspecting, seed: InstitutionSeed): Promise<void> {
  const { executor, client, inspector: actor, directory, now } = inspecting;
  const at = (moment: Date): Api => clientFor(institutionsRoutes, executor.invokeAt(client, { actor, now: moment }));
  const first = Math.max(...seed.licence.map(({ monthsAgo }) => monthsAgo), 1);
  const { key: _key, organisationKey, areaCode, placesOccupied, countedDaysAgo, ...record } = seed;
  const { licence: _licence, visits: _visits, planned: _planned, ...register } = record;
  const { institutionId } = await at(ago({ now }, first + 0.1)).registerInstitution({
    ...register,
    organisationId: directory.organisationIds.get(organisationKey) ?? '',
    areaId: directory.areaIds.get(areaCode) ?? null,
  });
  const told: Told = { at, now, institutionId };
  await tellLicence(told, seed);
  await tellVisits(told, seed);
  const counted = new Date(now.getTime() - countedDaysAgo * DAY);
  await at(counted).countPlaces({ institutionId, placesOccupied, occupiedOn: dayOf(counted) });
}

/** The care institutions of the sample, each with its past: every step of it by the route that takes it today. */
export async function loadInstitutions(inspecting: Inspecting): Promise<void> {
  for (const seed of seeds.institutions()) await tellInstitution(inspecting, seed);
}

import { curationRoutes, type SuggestionId } from '@qantara/curation/contract';
import { saveCadence } from '@qantara/curation/server';
import type { ServiceId } from '@qantara/directory/contract';
import { resolveRecordIds, saveServices, saveTranslations, stateRecords } from '@qantara/directory/server';
import { ANYONE, clientFor, type Actor, type Client } from '@qantara/kernel';
import type { AnyCtx, DatabaseClient, Executor } from '@qantara/platform';
import type { SampleDirectory } from './load-directory.ts';
import { seeds, type CurationSeed, type SuggestionSeed } from './read-seed.ts';

const DAY = 24 * 3600_000;

export type Keeping = {
  executor: Executor;
  client: DatabaseClient;
  librarian: Actor;
  directory: SampleDirectory;
  now: Date;
};

type Told = {
  at: (daysAgo: number, actor?: Actor) => Client<typeof curationRoutes>;
  act: (work: (ctx: AnyCtx) => Promise<void>) => Promise<void>;
  directory: SampleDirectory;
  now: Date;
};

function serviceOf({ directory }: Told, key: string) {
  const found = directory.services.find(({ seed }) => seed.key === key);
  if (found === undefined) throw new Error(`The sample has no service ${key}`);
  return { ...found, serviceId: found.serviceId as ServiceId };
}

async function tellDecision(told: Told, seed: SuggestionSeed): Promise<void> {
  if (seed.decision === undefined) return;
  const api = told.at(seed.daysAgo - 2);
  const waiting = await api.listSuggestions({ state: 'waiting', perPage: 100 });
  const suggestion = waiting.items.at(-1);
  if (suggestion === undefined) throw new Error('no suggestion waits for its answer');
  const suggestionId: SuggestionId = suggestion.suggestionId;
  const { take = [], hours, answer, reject } = seed.decision;
  // Hours are taken by entering them, which changes the suggestion once.
  const version = suggestion.version + (hours === undefined ? 0 : 1);
  if (hours !== undefined && suggestion.serviceId !== null)
    await api.saveHours({ serviceId: suggestion.serviceId, rows: hours, suggestionId });
  if (reject === undefined) await api.acceptSuggestion({ suggestionId, version, taken: take, answer });
  else await api.rejectSuggestion({ suggestionId, version, answer: reject });
}

async function tellSuggestion(told: Told, seed: SuggestionSeed): Promise<void> {
  const { daysAgo, serviceKey, isFromKeeper, decision: _decision, ...said } = seed;
  const service = serviceKey === undefined ? undefined : serviceOf(told, serviceKey);
  const given = { ...said, serviceId: service?.serviceId };
  const anyone = told.at(daysAgo, ANYONE);
  if (isFromKeeper === true) {
    const organisationId = told.directory.organisationIds.get(service?.seed.organisationKey ?? '') ?? '';
    const { token } = await told.at(daysAgo + 3).makeLink({ organisationId });
    await anyone.suggestByLink({ ...given, token });
  } else await anyone.suggest(given);
  await tellDecision(told, seed);
}

async function tellKeepers(told: Told, seed: CurationSeed): Promise<void> {
  for (const { organisationKey, ...keeper } of seed.keepers) {
    const organisationId = told.directory.organisationIds.get(organisationKey) ?? '';
    await told.at(60).saveKeeper({ ...keeper, organisationId, email: `${organisationKey}@sabil.example` });
  }
  await told.act(async (ctx) => {
    for (const { serviceKey, months } of seed.cadences)
      await saveCadence(ctx, serviceOf(told, serviceKey).serviceId, months);
    await saveTranslations(
      ctx,
      seed.translations.map(({ serviceKey, field, locale, fromLocale, isOutdated }) => {
        const { serviceId, seed: service } = serviceOf(told, serviceKey);
        const original = service[field]?.[fromLocale] ?? '';
        // What was translated was its first sentence; the original has grown since.
        const fromText = isOutdated ? original.slice(0, original.length / 2) : original;
        const by = { origin: 'person' as const, translatedBy: 'librarian', translatedAt: null };
        return { recordId: serviceId, field, locale, fromLocale, fromText, ...by };
      }),
    );
  });
}

type Doubles = CurationSeed['doubles'];

async function bringOrganisation(ctx: AnyCtx, seed: Doubles['organisations'][number]): Promise<void> {
  const { source, key, name, website } = seed;
  const ids = await resolveRecordIds(ctx, { source, object: 'organization', sourceRecordIds: [key] });
  const content = { fields: { name, website }, parts: {} };
  await stateRecords(ctx, source, [
    { object: 'organization', sourceRecordId: key, recordId: ids.get(key) ?? '', content, isEdit: false },
  ]);
}

/** What other sources say of what the directory has already, so that somebody has to see that they are one. */
async function tellDoubles(told: Told, { source, services, organisations }: Doubles): Promise<void> {
  await told.act(async (ctx) => {
    await saveServices(
      ctx,
      services.map(({ key, organisationKey, twinKey, ...service }) => ({
        ...service,
        organisationId: told.directory.organisationIds.get(organisationKey) ?? '',
        needCodes: serviceOf(told, twinKey).seed.needCodes,
        phones: [{ number: serviceOf(told, twinKey).seed.phone }],
        source,
        sourceId: key,
      })),
    );
    for (const organisation of organisations) await bringOrganisation(ctx, organisation);
  });
  await told.at(0).findPairs({});
}

async function tellAlerts(told: Told, seed: CurationSeed): Promise<void> {
  for (const { areaCode, serviceKey, inDays, daysAgo, ...alert } of seed.alerts)
    await told.at(daysAgo).publishAlert({
      ...alert,
      areaId: areaCode === undefined ? undefined : told.directory.areaIds.get(areaCode),
      serviceId: serviceKey === undefined ? undefined : serviceOf(told, serviceKey).serviceId,
      endsOn: new Date(told.now.getTime() + inDays * DAY).toISOString().slice(0, 10),
    });
}

/** How the sample's directory is kept true: who keeps it, what was suggested and answered, what is double, what to know now. */
export async function loadCuration({ executor, client, librarian, directory, now }: Keeping): Promise<void> {
  const seed = seeds.curation();
  const as = (daysAgo: number, actor: Actor) => ({ actor, now: new Date(now.getTime() - daysAgo * DAY) });
  const told: Told = {
    at: (daysAgo, actor = librarian) => clientFor(curationRoutes, executor.invokeAt(client, as(daysAgo, actor))),
    act: (work) => executor.actAt(client, as(0, librarian), work),
    directory,
    now,
  };
  await tellKeepers(told, seed);
  for (const suggestion of seed.suggestions) await tellSuggestion(told, suggestion);
  await tellAlerts(told, seed);
  await tellDoubles(told, seed.doubles);
}

import { ANYONE, newId, type Actor } from '@qantara/kernel';
import {
  createExecutor,
  openTestDatabase,
  vaultOf,
  type AnyCtx,
  type Database,
  type Executor,
  type ServerModule,
} from '@qantara/platform';
import { directoryModule, saveNeeds, saveService } from '@qantara/directory/server';
import { organisationsModule, saveOrganisation } from '@qantara/organisations/server';
import { referralsModule } from '@qantara/referrals/server';
import { screeningModule } from '@qantara/screening/server';
import { saveArea, territoryModule } from '@qantara/territory/server';
import type { Indicator, Series } from '../contract/index.ts';
import { indicatorsModule, saveIndicator } from './index.ts';

/** An hour ahead of UTC all year round: a day begins there while it is still yesterday in London. */
export const TIME_ZONE = 'Africa/Tunis';

export type CountedRegion = {
  database: Database;
  executor: Executor;
  areas: Record<'region' | 'harbour' | 'oldTown' | 'hills', string>;
  organisationId: string;
  serviceId: string;
};

/** Somebody of an organisation who holds these permissions. */
export function actorWith(organisationId: string | null, ...permissions: string[]): Actor {
  const accountId = '0199aaaa-0000-7000-8000-000000000001';
  return { ...ANYONE, kind: 'account', accountId, organisationId, role: 'test', permissions: new Set(permissions) };
}

/** Runs work in one transaction of the system and gives its result. */
export async function inSystem<T>(executor: Executor, work: (ctx: AnyCtx) => Promise<T>): Promise<T> {
  const done: T[] = [];
  await executor.asSystem(async (ctx) => {
    done.push(await work(ctx));
  });
  if (done.length === 0) throw new Error('the system did no work');
  return done[0] as T;
}

/** Calls a route; its answer, or the code of its refusal. */
export async function callRoute<T>(
  region: Pick<CountedRegion, 'executor'>,
  path: string,
  { input = {}, actor = ANYONE }: { input?: unknown; actor?: Actor },
): Promise<{ value: T; code: null } | { value: null; code: string }> {
  const caller = { actor, locale: 'en' as const, origin: 'test', setSession: () => undefined };
  const answer = await region.executor.call(path, input, { caller });
  return answer.ok ? { value: answer.value as T, code: null } : { value: null, code: answer.code };
}

async function addAreas(ctx: AnyCtx): Promise<CountedRegion['areas']> {
  const bare = { boundary: null, latitude: null, longitude: null, population: null };
  const town = { ...bare, kind: 'municipality', parentCode: 'R' } as const;
  return {
    region: await saveArea(ctx, { ...bare, code: 'R', parentCode: null, kind: 'region', name: { en: 'Region' } }),
    harbour: await saveArea(ctx, { ...town, code: 'T1', name: { en: 'Harbour' } }),
    oldTown: await saveArea(ctx, {
      ...bare,
      code: 'T1-1',
      parentCode: 'T1',
      kind: 'neighbourhood',
      name: { en: 'Old Town' },
    }),
    hills: await saveArea(ctx, { ...town, code: 'T2', name: { en: 'Hills' } }),
  };
}

/** A measure of our own work over all needs, called by its recipe, unless told otherwise. */
export async function anIndicator(ctx: AnyCtx, change: Partial<Indicator>): Promise<string> {
  const recipe = change.recipe === undefined ? 'closure_rate' : change.recipe;
  return saveIndicator(ctx, {
    code: recipe ?? 'survey',
    name: { en: recipe ?? 'Survey' },
    definition: { en: 'What it says' },
    kind: 'programme',
    recipe,
    needCode: null,
    unit: 'ratio',
    better: 'up',
    source: { en: 'The records' },
    ownerOrganisationId: null,
    ...change,
  });
}

/** Publishes what may be published of our own counts by now, as the first night of a month does. */
export async function tellEverybody(region: Pick<CountedRegion, 'executor'>): Promise<void> {
  const { code } = await callRoute(region, 'POST /figure-releases', { actor: actorWith(null, 'indicator:approve') });
  if (code !== null) throw new Error(`nothing was published: ${code}`);
}

/** What somebody who agrees to a place and period has before them; `1` where nothing waits. */
export async function seenOf(
  region: Pick<CountedRegion, 'executor'>,
  { code, areaId, startsOn }: { code: string; areaId: string; startsOn: string },
): Promise<string[]> {
  const asked = { input: { code }, actor: actorWith(null, 'indicator:read') };
  const { value } = await callRoute<Series>(region, 'GET /indicators/:code/series', asked);
  const waiting = (value as Series).observations.filter(
    (one) => one.areaId === areaId && one.startsOn === startsOn && one.state === 'provisional',
  );
  if (waiting.length === 0) return ['1'];
  return waiting.map(({ cut, version }) => (cut === '' ? String(version) : `${version} ${cut}`));
}

/** A region of two towns, one with a neighbourhood, three needs, and an organisation that answers. */
export async function openCountedRegion(higher: ServerModule[] = []): Promise<CountedRegion> {
  const database = await openTestDatabase();
  const executor = createExecutor(
    [
      territoryModule,
      organisationsModule,
      directoryModule,
      screeningModule,
      referralsModule,
      indicatorsModule,
      ...higher,
    ],
    { database, vault: vaultOf('x'.repeat(32)), timeZone: TIME_ZONE },
  );
  const made = await inSystem(executor, async (ctx) => {
    const areas = await addAreas(ctx);
    await saveNeeds(ctx, [
      { needCode: 'food', name: { en: 'Food' }, words: null },
      { needCode: 'housing', name: { en: 'Housing' }, words: null },
      { needCode: 'clothes', name: { en: 'Clothes' }, words: null },
    ]);
    const contact = { email: null, phone: null, website: null, areaId: null, description: null };
    const organisationId = await saveOrganisation(ctx, {
      ...contact,
      name: { en: 'Bridge House' },
      sector: 'association',
      receivesReferrals: true,
    });
    const serviceId = await saveService(ctx, { organisationId, name: { en: 'A table' }, needCodes: ['food'] });
    return { areas, organisationId, serviceId };
  });
  return { database, executor, ...made };
}

export type NewFact = {
  sentAt: string;
  status?: string;
  areaId?: string | null;
  needCode?: string;
  answeredAt?: string | null;
  confirmation?: string | null;
  reasonCode?: string | null;
  dueAt?: string | null;
  endedAt?: string | null;
  depth?: number;
  rating?: number | null;
  whyNot?: string | null;
  organisationId?: string;
  /** Whose it is, where that matters; somebody of whom nothing more is known unless said. */
  personId?: string;
  /** What the record of that person says; a new record. */
  person?: { language?: string; birthYear?: number; gender?: string };
};

const NOTHING_MORE = {
  status: 'requested',
  areaId: null,
  needCode: 'food',
  answeredAt: null,
  confirmation: null,
  reasonCode: null,
  dueAt: null,
  endedAt: null,
  depth: 0,
  rating: null,
  whyNot: null,
};

async function aRecord(region: CountedRegion, personId: string, person: NewFact['person']): Promise<void> {
  if (person === undefined) return;
  await region.database.pool.query(
    `insert into people.person (person_id, languages, birth_year, gender, origin, created_at, updated_at)
     values ($1, $2, $3, $4, 'staff', now(), now())`,
    [personId, person.language === undefined ? [] : [person.language], person.birthYear ?? null, person.gender ?? null],
  );
}

/** A referral as its table holds it, at any moment of the past. */
export async function aReferral(region: CountedRegion, fact: NewFact): Promise<string> {
  const { serviceId, database } = region;
  const {
    sentAt,
    status,
    areaId,
    needCode,
    answeredAt,
    confirmation,
    reasonCode,
    dueAt,
    endedAt,
    depth,
    rating,
    whyNot,
  } = { ...NOTHING_MORE, ...fact };
  const organisationId = fact.organisationId ?? region.organisationId;
  const referralId = newId();
  const personId = fact.personId ?? newId();
  await aRecord(region, personId, fact.person);
  await database.pool.query(
    `insert into referrals.referral (person_id, referral_id, need_code, service_id, organisation_id, from_organisation_id,
       from_account_id, status, priority, area_id, created_at, sent_at, answered_at, confirmation,
       reason_code, due_at, ended_at, depth)
     values ($1, $2, $3, $4, $5, $5, $1, $6, 'routine', $7, $8, $8, $9, $10, $11, $12, $13, $14)`,
    [
      personId,
      referralId,
      needCode,
      serviceId,
      organisationId,
      status,
      areaId,
      sentAt,
      answeredAt,
      confirmation,
      reasonCode,
      dueAt,
      endedAt,
      depth,
    ],
  );
  if (confirmation !== null)
    await database.pool.query(
      `insert into referrals.person_word (person_id, referral_id, word_id, confirmation, rating, why_not, is_last, at)
       values ($1, $2, $2, $3, $4, $5, true, now())`,
      [personId, referralId, confirmation, rating, whyNot],
    );
  return referralId;
}

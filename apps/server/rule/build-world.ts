import { ANYONE, clientFor, newId, type Actor, type Client } from '@qantara/kernel';
import type { SharingPurpose } from '@qantara/agreements/contract';
import { aCharter } from '@qantara/agreements/testing';
import { permissionsOf } from '@qantara/identity/domain';
import { saveServices } from '@qantara/directory/server';
import { saveOrganisation } from '@qantara/organisations/server';
import { peopleRoutes, type PersonId } from '@qantara/people/contract';
import { addResident } from '@qantara/people/server';
import type { AnyCtx, Database, Executor } from '@qantara/platform';
import { screeningRoutes } from '@qantara/screening/contract';
import { saveArea } from '@qantara/territory/server';
import { AREAS, HOUSES, type AgreedTo, type ReaderOfWorld, type Somebody, type World } from './world.ts';

export type Ground = { database: Database; executor: Executor };
/** A referral that was sent while a consent let it: whose, to which organisation. */
export type Sent = { personId: PersonId; house: number; referralId: string };
type Built = { personIds: PersonId[]; readers: Actor[]; sent: Sent[] };

/** Organisations and areas, with an agreement between each two. */
export type Land = { houses: string[]; areas: string[]; services: string[]; agreements: Map<string, string> };

/** What passes by the agreements of a world: not what a group is for. */
const AGREED: { purposes: SharingPurpose[] } = { purposes: ['referral', 'follow_up'] };

const EVERY_CLASS = ['class:child_protection', 'class:violence', 'class:mediation'];

async function inSystem<T>({ executor }: Ground, work: (ctx: AnyCtx) => Promise<T>): Promise<T> {
  const done: T[] = [];
  await executor.asSystem(async (ctx) => void done.push(await work(ctx)));
  return done[0] as T;
}

function apiFor<Table extends typeof peopleRoutes | typeof screeningRoutes>(
  { executor }: Ground,
  routes: Table,
  actor: Actor,
): Client<Table> {
  const caller = { actor, locale: 'en' as const, origin: 'rule', setSession: () => undefined };
  return clientFor(routes, (path, input) => executor.call(path, input, { caller }));
}

function navigatorOf(house: string): Actor {
  const permissions = new Set([...permissionsOf('navigator'), ...EVERY_CLASS]);
  return { ...ANYONE, kind: 'account', accountId: newId(), organisationId: house, role: 'navigator', permissions };
}

/** What a reader of the world is to the program. */
export function actorFor(one: ReaderOfWorld, land: Land): Actor {
  const ofRole = [...permissionsOf('navigator')].filter((code) => !/^(?:scope|class|field|purpose|circle):/.test(code));
  const marks = [
    `scope:${one.scope}`,
    ...one.classes.flatMap((held) => (held === 'ordinary' ? [] : [`class:${held}`])),
    ...one.fields.map((field) => `field:${field}`),
    ...one.purposes.map((purpose) => `purpose:${purpose}`),
    ...(one.takesWhatComesIn ? ['circle:intake'] : []),
  ];
  return {
    ...ANYONE,
    kind: 'account',
    accountId: newId(),
    organisationId: land.houses[one.house] ?? '',
    areaId: land.areas[one.area] ?? null,
    role: 'navigator',
    permissions: new Set([...ofRole, ...marks]),
  };
}

/** The organisations and areas of one world: each world has its own, so that one does not see another's. */
export async function settle(ground: Ground): Promise<Land> {
  const mark = newId().slice(-12);
  return inSystem(ground, async (ctx) => {
    const houses: string[] = [];
    for (let number = 0; number < HOUSES; number += 1)
      houses.push(
        await saveOrganisation(ctx, {
          name: { en: `House ${number}` },
          description: null,
          sector: 'association',
          email: null,
          phone: null,
          website: null,
          areaId: null,
          receivesReferrals: true,
        }),
      );
    const offers = houses.map((organisationId) => ({
      organisationId,
      name: { en: 'x' },
      needCodes: ['food'],
      status: 'active' as const,
    }));
    const services = await saveServices(ctx, offers);
    const areas: string[] = [];
    for (let number = 0; number < AREAS; number += 1)
      areas.push(
        await saveArea(ctx, {
          code: `${mark}-${number}`,
          parentCode: number === 0 ? null : `${mark}-${number - 1}`,
          kind: (['region', 'municipality', 'neighbourhood'] as const)[number] ?? 'neighbourhood',
          name: { en: 'x' },
          boundary: null,
          latitude: null,
          longitude: null,
          population: null,
        }),
      );
    const agreements = new Map<string, string>();
    for (let one = 0; one < HOUSES; one += 1)
      for (let other = one + 1; other < HOUSES; other += 1)
        agreements.set(`${one} ${other}`, await aCharter(ctx, [houses[one] ?? '', houses[other] ?? ''], AGREED));
    return { houses, areas, services, agreements };
  });
}

const NAME = 'Somebody Ofthisworld';

async function addSomebody(ground: Ground, one: Somebody, land: Land): Promise<PersonId> {
  const areaId = one.area === null ? null : (land.areas[one.area] ?? null);
  const known = { displayName: NAME, areaId, contactPoints: [{ kind: 'phone', value: '50555100', isSafe: true }] };
  const given = peopleRoutes.addPerson.input.parse(known);
  const { personId } =
    one.steward === null
      ? await inSystem(ground, (ctx) => addResident(ctx, given))
      : await apiFor(ground, peopleRoutes, navigatorOf(land.houses[one.steward] ?? '')).addPerson(given);
  return personId;
}

type Consenting = { personId: PersonId; agreed: AgreedTo; by: Actor; land: Land };

/** What a consent lets be sent is sent at once to each partner; another of the same need is on its way already. */
async function send(ground: Ground, { personId, agreed, by, land }: Consenting): Promise<Sent[]> {
  const covers = (['identity', 'need'] as const).every((category) => agreed.categories.includes(category));
  if (agreed.purpose !== 'referral' || !covers) return [];
  const sent: Sent[] = [];
  for (const house of agreed.recipients.filter((number) => land.houses[number] !== by.organisationId)) {
    const given = { personId, needCode: 'food', serviceIds: [land.services[house] ?? ''] };
    const caller = { actor: by, locale: 'en' as const, origin: 'rule', setSession: () => undefined };
    const answer = await ground.executor.call('POST /referrals', given, { caller });
    if (!answer.ok) continue;
    const { referrals } = answer.value as { referrals: { referralId: string }[] };
    sent.push(...referrals.map(({ referralId }) => ({ personId, house, referralId })));
  }
  return sent;
}

async function consent(ground: Ground, of: Consenting): Promise<Sent[]> {
  const { personId, agreed, by, land } = of;
  const people = apiFor(ground, peopleRoutes, by);
  const { consentId } = await people.recordConsent({
    personId,
    purpose: agreed.purpose,
    categories: agreed.categories,
    recipients: agreed.recipients.map((number) => land.houses[number] ?? ''),
    givenHow: 'spoken',
    textNumber: 1,
    locale: 'en',
  });
  const sent = await send(ground, of);
  if (agreed.became === 'withdrawn') await people.withdrawConsent({ personId, consentId });
  if (agreed.became !== 'over') return sent;
  await passTime(ground, `update people.reach set until = now() - interval '1 second' where basis_id = $1`, consentId);
  await passTime(
    ground,
    `update people.consent set starts_at = now() - interval '2 years', ends_at = now() - interval '1 second' where consent_id = $1`,
    consentId,
  );
  return sent;
}

/** What time does: an end that was ahead lies behind. */
async function passTime({ database }: Ground, text: string, id: string): Promise<void> {
  await database.pool.query({ text, values: [id] });
}

async function screen(ground: Ground, personId: PersonId, by: Actor): Promise<void> {
  const given = {
    personId,
    channel: 'navigator' as const,
    needs: { food: 'yes' as const },
    wants: {},
    locale: 'en' as const,
  };
  await apiFor(ground, screeningRoutes, by).recordScreening(given);
}

async function openInEmergency(ground: Ground, personId: PersonId, by: { actor: Actor; became: string }) {
  const { rows } = await ground.database.pool.query<{ glass_id: string }>({
    text: `with opened as (
        insert into people.glass (person_id, glass_id, account_id, record_class, reason_code, reason, opened_at, until)
        select person_id, gen_random_uuid(), $2, record_class, 'medical', 'x', now() - interval '1 hour', now() + interval '1 hour'
        from people.person where person_id = $1 and record_class not in ('mediation', 'situation_table') returning *)
      insert into people.reach (circle_id, person_id, kind, basis_id, categories, until)
      select account_id, person_id, 'shared', glass_id, '{identity,contact,need,note}', until from opened returning basis_id as glass_id`,
    values: [personId, by.actor.accountId],
  });
  const glassId = rows[0]?.glass_id;
  if (glassId === undefined || by.became === 'runs') return;
  if (by.became === 'closed') {
    const api = apiFor(ground, peopleRoutes, by.actor);
    await api.closeGlass({ glassId: peopleRoutes.closeGlass.input.parse({ glassId }).glassId });
  } else
    await passTime(ground, `update people.reach set until = now() - interval '1 second' where basis_id = $1`, glassId);
}

/** Everything that happened to somebody. */
async function live(ground: Ground, one: Somebody, of: { land: Land; readers: Actor[] }) {
  const { land, readers } = of;
  const personId = await addSomebody(ground, one, land);
  const sent: Sent[] = [];
  if (one.steward !== null) {
    const by = navigatorOf(land.houses[one.steward] ?? '');
    await screen(ground, personId, by);
    for (const agreed of one.consents) sent.push(...(await consent(ground, { personId, agreed, by, land })));
    if (one.recordClass !== 'ordinary') {
      const reason = 'It may harm them';
      await apiFor(ground, peopleRoutes, by).protectPerson({ personId, recordClass: one.recordClass, reason });
    }
  }
  const opener = one.openedBy === null ? undefined : readers[one.openedBy.reader];
  if (opener !== undefined && one.openedBy !== null)
    await openInEmergency(ground, personId, { actor: opener, became: one.openedBy.became });
  return { personId, sent };
}

/** Makes a world true, by the routes that people use, and what time did to it. */
export async function build(ground: Ground, world: World): Promise<Built & { land: Land }> {
  const land = await settle(ground);
  const readers = world.readers.map((one) => actorFor(one, land));
  const personIds: PersonId[] = [];
  const sent: Sent[] = [];
  for (const one of world.people) {
    const lived = await live(ground, one, { land, readers });
    personIds.push(lived.personId);
    sent.push(...lived.sent);
  }
  for (const pair of world.endedBetween)
    await passTime(
      ground,
      `update agreements.agreement set ended_on = '2020-01-01', end_reason = 'x' where agreement_id = $1`,
      land.agreements.get(pair.join(' ')) ?? '',
    );
  return { personIds, readers, sent, land };
}

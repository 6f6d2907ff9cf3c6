import { agreementsModule } from '@qantara/agreements/server';
import { identityModule, saveAccount } from '@qantara/identity/server';
import { actorInRole, get, inSystem, openBench, type Bench } from '@qantara/identity/testing';
import type { Actor } from '@qantara/kernel';
import { organisationsModule, saveOrganisation } from '@qantara/organisations/server';
import type { Body, Meeting, Seat } from '../contract/index.ts';
import { governanceModule } from './index.ts';

/** A body as its page shows it. */
export type Shown = { body: Body; seats: Seat[]; feedPath: string };
export const SEATED = { sitterName: 'Amel', sitterFunction: 'Director', startsOn: '2020-01-01' };
export const IN = { title: { en: 'Spring' }, onDay: '2026-01-05', atTime: '10:00' };

/** Three organisations, a planner of the hub, a secretary of the law office, a member of the clinic, and a stranger. */
export type GovernanceBench = Bench & {
  hub: string;
  clinic: string;
  law: string;
  planner: Actor;
  secretary: Actor;
  member: Actor;
  stranger: Actor;
};

const addOrganisation = (bench: Bench, name: string): Promise<string> =>
  inSystem(bench, (ctx) =>
    saveOrganisation(ctx, {
      name: { en: name },
      description: null,
      sector: 'association',
      email: null,
      phone: null,
      website: null,
      areaId: null,
      receivesReferrals: true,
    }),
  );

export async function openGovernance(): Promise<GovernanceBench> {
  const bench = await openBench([identityModule, organisationsModule, agreementsModule, governanceModule]);
  const [hub, clinic] = [await addOrganisation(bench, 'Hub'), await addOrganisation(bench, 'Clinic')];
  const [law, other] = [await addOrganisation(bench, 'Law'), await addOrganisation(bench, 'Stranger')];
  const account = { email: 's@example.org', displayName: 'S', role: 'partner' as const, organisationId: law };
  const { accountId } = await inSystem(bench, (ctx) =>
    saveAccount(ctx, { ...account, locale: 'en' }, { isSample: true, passwordHash: 'scrypt$16$8$1$AA$AA' }),
  );
  return {
    ...bench,
    hub,
    clinic,
    law,
    planner: actorInRole('planner', hub),
    secretary: actorInRole('partner', law, accountId),
    member: actorInRole('partner', clinic),
    stranger: actorInRole('partner', other),
  };
}

/** A committee of two required seats, in both of which the same person of the clinic sits. */
export async function foundBody(bench: GovernanceBench): Promise<{ bodyId: string; seatIds: string[] }> {
  const { hub, clinic, planner, secretary } = bench;
  const text = { en: 'Committee' };
  const given = { kind: 'advisory', name: text, purpose: text, organisationId: hub, secretaryId: secretary.accountId };
  const by = (input: object) => ({ input, actor: planner });
  const { bodyId } = await get<Body>(bench, 'POST /governance/bodies', by(given));
  const seat = { bodyId, standsFor: 'sector', isRequired: true };
  const path = 'POST /governance/bodies/:bodyId/seats';
  await get(bench, path, by({ ...seat, name: { en: 'Health' } }));
  const { seats } = await get<Shown>(bench, path, by({ ...seat, name: { en: 'Youth' } }));
  const seatIds = seats.map(({ seatId }) => seatId as string);
  const term = { bodyId, seatIds, organisationId: clinic, ...SEATED };
  await get(bench, 'POST /governance/bodies/:bodyId/holdings', by(term));
  return { bodyId, seatIds };
}

export const planMeeting = (bench: Bench, bodyId: string, actor: Actor): Promise<Meeting> =>
  get(bench, 'POST /governance/bodies/:bodyId/meetings', { input: { ...IN, bodyId }, actor });

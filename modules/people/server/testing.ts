import { newId, type Actor, type InputOf } from '@qantara/kernel';
import type { ServerModule } from '@qantara/platform';
import { agreementsModule } from '@qantara/agreements/server';
import { aCharter } from '@qantara/agreements/testing';
import { identityModule } from '@qantara/identity/server';
import { actorInRole, get, inSystem, openBench, type Bench } from '@qantara/identity/testing';
import { organisationsModule, saveOrganisation } from '@qantara/organisations/server';
import { territoryModule } from '@qantara/territory/server';
import type { Consent, Person, peopleRoutes } from '../contract/index.ts';
import { peopleModule } from './index.ts';

/** Two organisations that look after people, each with a navigator, and two partners that receive referrals; all signed one charter. */
export type PeopleBench = Bench & {
  organisations: Record<'hub' | 'clinic' | 'food' | 'law', string>;
  navigator: Actor;
  otherNavigator: Actor;
};

const LOWER = [identityModule, territoryModule, organisationsModule, agreementsModule, peopleModule];

/** The lower modules and those given, with the organisations that people are looked after and helped by. */
export async function openPeopleBench(modules: ServerModule[] = []): Promise<PeopleBench> {
  const bench = await openBench([...LOWER, ...modules]);
  const named = (name: string): Promise<string> =>
    inSystem(bench, (ctx) =>
      saveOrganisation(ctx, {
        name: { en: name },
        description: null,
        sector: 'association',
        email: null,
        phone: null,
        website: null,
        areaId: null,
        receivesReferrals: name === 'Food' || name === 'Law',
      }),
    );
  const organisations = {
    hub: await named('Hub'),
    clinic: await named('Clinic'),
    food: await named('Food'),
    law: await named('Law'),
  };
  await inSystem(bench, (ctx) => aCharter(ctx, Object.values(organisations)));
  return {
    ...bench,
    organisations,
    navigator: actorInRole('navigator', organisations.hub),
    otherNavigator: actorInRole('navigator', organisations.clinic),
  };
}

/** A person whom the hub looks after, unless another navigator adds them. */
export function aPerson(
  bench: PeopleBench,
  person: Partial<InputOf<typeof peopleRoutes.addPerson>> = {},
  actor = bench.navigator,
): Promise<Person> {
  return get(bench, 'POST /people', { input: { displayName: 'Amal Haddad', ...person }, actor });
}

/** What the person agreed to: unless said otherwise that the food partner knows who they are and what they need. */
export function aConsent(
  bench: PeopleBench,
  personId: string,
  consent: Partial<InputOf<typeof peopleRoutes.recordConsent>> = {},
): Promise<Consent> {
  const given = {
    personId,
    categories: ['identity', 'contact', 'need'],
    recipients: [bench.organisations.food],
    givenHow: 'spoken',
    locale: 'ar',
    textNumber: 1,
    ...consent,
  };
  return get(bench, 'POST /people/:personId/consents', { input: given, actor: bench.navigator });
}

/** A colleague of this one, with an account of their own, whose role has these permissions too. */
export function withPermissions(actor: Actor, more: readonly string[]): Actor {
  return { ...actor, accountId: newId(), permissions: new Set([...actor.permissions, ...more]) };
}

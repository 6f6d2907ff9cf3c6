import type { Actor } from '@qantara/kernel';
import { actorInRole, anAccount, inSystem } from '@qantara/identity/testing';
import { openPeopleBench, type PeopleBench } from '@qantara/people/testing';
import { inTransaction, type AnyCtx } from '@qantara/platform';
import { oversightModule } from './index.ts';

/** Two privacy officers, an administrator, and a navigator with an account of their own. */
export type OversightBench = PeopleBench & {
  officer: Actor;
  secondOfficer: Actor;
  administrator: Actor;
  worker: Actor;
};

/** The region of `people`, and those who look after the account of openings. */
export async function openOversightBench(): Promise<OversightBench> {
  const bench = await openPeopleBench([oversightModule]);
  const inRole = async (name: string, role: 'privacy_officer' | 'administrator' | 'navigator'): Promise<Actor> => {
    const organisationId = role === 'navigator' ? bench.organisations.hub : null;
    const email = `${name.replace(' ', '.').toLowerCase()}@example.org`;
    const { accountId } = await anAccount(bench, { email, displayName: name, role, organisationId });
    return actorInRole(role, organisationId, accountId);
  };
  return {
    ...bench,
    officer: await inRole('Huda Chebbi', 'privacy_officer'),
    secondOfficer: await inRole('Olivier Ferrand', 'privacy_officer'),
    administrator: await inRole('Daniel Moreau', 'administrator'),
    worker: await inRole('Salma Haddad', 'navigator'),
  };
}

/** A route called by somebody at a moment that is past. */
export async function callAt<T>(
  bench: OversightBench,
  as: { actor: Actor; now: Date },
  asked: [string, object],
): Promise<T> {
  const [path, input] = asked;
  const answer = await inTransaction(bench.database.pool, (client) =>
    bench.executor.invokeAt(client, as)(path, input, {}),
  );
  if (answer.ok) return answer.value as T;
  throw new Error(`${path} refused ${answer.code}`);
}

/** Work of a job, and what it gives. */
export function inJob<T>(bench: OversightBench, work: (ctx: AnyCtx) => Promise<T>): Promise<T> {
  return inSystem(bench, work);
}

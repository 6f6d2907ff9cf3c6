import { assetsRoutes } from '@qantara/assets/contract';
import { permissionsOf } from '@qantara/identity/domain';
import { clientFor, type Actor } from '@qantara/kernel';
import type { DatabaseClient, Executor } from '@qantara/platform';
import type { SampleDirectory } from './load-directory.ts';
import { seeds, type AssetSeed } from './read-seed.ts';

const DAY = 24 * 3600_000;

export type Mapping = { executor: Executor; client: DatabaseClient; directory: SampleDirectory; now: Date };

/** Somebody of the organisation that holds an asset: a skill is listed by no other. */
function keeperAt(organisationId: string | null): Actor {
  const nobody = { accountId: null, personId: null, role: 'navigator' };
  return { kind: 'account', organisationId, ...nobody, permissions: permissionsOf('navigator') };
}

function inputOf(seed: AssetSeed, directory: SampleDirectory, at: Date) {
  const { areaCode, organisationKey, phone, ...asset } = seed;
  const organisationId = directory.organisationIds.get(organisationKey ?? '') ?? null;
  const isSkill = seed.kind === 'skill';
  return {
    ...asset,
    organisationId,
    areaId: directory.areaIds.get(areaCode) ?? null,
    phone: phone ?? '',
    showsContact: phone !== null,
    email: undefined,
    website: undefined,
    givenOn: isSkill ? at.toISOString().slice(0, 10) : null,
    givenHow: isSkill ? ('spoken' as const) : null,
  };
}

/** What the communities of the sample have, added over the last year by those who hold it. */
export async function loadAssets({ executor, client, directory, now }: Mapping): Promise<void> {
  const all = seeds.assets();
  for (const [index, seed] of all.entries()) {
    const at = new Date(now.getTime() - (all.length - index) * 5 * DAY);
    const input = inputOf(seed, directory, at);
    const actor = keeperAt(input.organisationId);
    await clientFor(assetsRoutes, executor.invokeAt(client, { actor, now: at })).addAsset(input);
  }
}

import { dayIn } from '@qantara/kernel';
import type { Tie, TiedOrganisation } from '../contract/index.ts';
import { tellPairs } from '../domain/index.ts';
import type { PartnershipCtx } from './readiness-store.ts';
import { countBonds, countCommon, countReferrals, listSharedBodies, listTiedOrganisations } from './tie-view.ts';

type Common = { agreements: number; organisations: number };
type Pair = { oneId: string; otherId: string };

const inOrder = (one: string, other: string): Pair =>
  one < other ? { oneId: one, otherId: other } : { oneId: other, otherId: one };
const keyOf = ({ oneId, otherId }: Pair): string => `${oneId} ${otherId}`;

/** Who is tied to whom and by what (D3.1), the strongest first, and who is tied to nobody. */
export async function getTies(
  ctx: PartnershipCtx,
): Promise<{ organisations: TiedOrganisation[]; ties: Tie[]; untied: string[]; common: Common }> {
  const today = dayIn(ctx.timeZone, ctx.now);
  const organisations = await listTiedOrganisations(ctx);
  const bonds = await countBonds(ctx, today);
  const shared = await listSharedBodies(ctx, today);
  const referrals = await countReferrals(ctx);
  const told = tellPairs(referrals);
  const parents = organisations.flatMap(({ organisationId, parentId }) =>
    parentId === null ? [] : [inOrder(organisationId, parentId)],
  );
  const pairs = new Map([...parents, ...bonds, ...shared, ...referrals].map((pair) => [keyOf(pair), pair]));
  const isParent = new Set(parents.map(keyOf));
  const ties = [...pairs].map(([key, { oneId, otherId }]): Tie => ({
    oneId,
    otherId,
    isParent: isParent.has(key),
    agreements: bonds.find((one) => keyOf(one) === key)?.count ?? 0,
    bodies: shared.find((one) => keyOf(one) === key)?.bodies ?? [],
    referrals: told({ oneId, otherId }),
  }));
  const strengthOf = (tie: Tie): number =>
    tie.agreements + tie.bodies.length + Number(tie.isParent) + (tie.referrals === 0 ? 0 : 1);
  const tied = new Set(ties.flatMap(({ oneId, otherId }) => [oneId, otherId]));
  return {
    organisations,
    common: await countCommon(ctx, today),
    ties: ties.toSorted((one, other) => strengthOf(other) - strengthOf(one)),
    untied: organisations.flatMap(({ organisationId }) => (tied.has(organisationId) ? [] : [organisationId])),
  };
}

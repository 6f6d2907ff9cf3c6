import type { OnwardReason } from '../contract/index.ts';

/** How often a request may be referred on: after that somebody who knows the person has to think again. */
export const MOST_DEPTH = 3;

export type Link = {
  referralId: string;
  serviceId: string | null;
  followsReferralId: string | null;
  partOfReferralId: string | null;
};

const parentOf = ({ followsReferralId, partOfReferralId }: Link): string | null =>
  followsReferralId ?? partOfReferralId;

/** The referral and all that it came from, itself first. A walk ends even where two name each other. */
function ancestors<One extends Link>(links: readonly One[], referralId: string): One[] {
  const found: One[] = [];
  let at = links.find((one) => one.referralId === referralId);
  while (at !== undefined && !found.includes(at)) {
    found.push(at);
    const parent: string | null = parentOf(at);
    at = links.find((one) => one.referralId === parent);
  }
  return found;
}

/** The whole chain that a referral is of: from where it began, every link after the one it came from. */
export function chainOf<One extends Link>(links: readonly One[], referralId: string): One[] {
  const first = ancestors(links, referralId).at(-1);
  if (first === undefined) return [];
  const chain = [first];
  for (const link of chain)
    for (const one of links) if (parentOf(one) === link.referralId && !chain.includes(one)) chain.push(one);
  return chain;
}

/** Why a request may not go on to this service, as far as the chain alone says: not in a circle, and not without end. */
export function refusalOfChain(
  links: readonly Link[],
  to: { referralId: string; serviceId: string; depth: number },
): OnwardReason | null {
  if (ancestors(links, to.referralId).some(({ serviceId }) => serviceId === to.serviceId)) return 'loop';
  return to.depth > MOST_DEPTH ? 'too_deep' : null;
}

import type { Minority, NewConsent, ProxyRelation } from '../../contract/index.ts';

/** Who gives a consent, and what is recorded of the child. */
export type Giver = Pick<NewConsent, 'proxyRelation' | 'proxyName' | 'childAssent' | 'aloneReason'>;

export type GiverFault =
  | 'guardian_needed'
  | 'child_word_needed'
  | 'child_disagreed'
  | 'proxy_not_entitled'
  | 'proxy_name_needed';

const FOR_A_CHILD: readonly ProxyRelation[] = ['parent', 'guardian', 'child_protection', 'legal_representative'];
/** A spouse, a grown child or a neighbour decides for nobody; who does holds a paper that says so. */
const FOR_AN_ADULT: readonly ProxyRelation[] = ['guardian', 'legal_representative', 'mandate_holder'];

function faultForChild({ proxyRelation, childAssent, aloneReason }: Giver): GiverFault | null {
  if (proxyRelation === null) return aloneReason === null ? 'guardian_needed' : null;
  if (!FOR_A_CHILD.includes(proxyRelation)) return 'proxy_not_entitled';
  if (childAssent === null) return 'child_word_needed';
  return childAssent === 'disagreed' ? 'child_disagreed' : null;
}

/** Somebody whose birth nobody knows is a child where a parent speaks for them. */
const isTreatedAsChild = (minority: Minority, { proxyRelation }: Giver): boolean =>
  minority === 'minor' ||
  minority === 'perhaps' ||
  (minority === 'unknown' && proxyRelation !== null && !FOR_AN_ADULT.includes(proxyRelation));

/**
 * What forbids this consent, by who gives it: below the age of majority a guardian's word and the child's are both needed, unless a
 * stated reason lets the child decide alone; for an adult nobody decides who is not entitled to.
 */
export function faultOfGiver(giver: Giver, minority: Minority): GiverFault | null {
  if (giver.proxyRelation !== null && giver.proxyName === '') return 'proxy_name_needed';
  if (isTreatedAsChild(minority, giver)) return faultForChild(giver);
  const isEntitled = giver.proxyRelation === null || FOR_AN_ADULT.includes(giver.proxyRelation);
  return isEntitled ? null : 'proxy_not_entitled';
}

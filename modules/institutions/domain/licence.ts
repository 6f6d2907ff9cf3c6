import { refuse } from '@qantara/kernel';
import type { LicenceStanding, LicenceState, LicenceStep } from '../contract/index.ts';

type Rule = { from: readonly (LicenceState | null)[]; to: LicenceState };

/**
 * Who may open an institution asks first; the authority grants for a time, or at once for good; what it has granted it
 * may suspend, and give back, or withdraw. After a withdrawal one asks again from the beginning (Law 14.05, the opening
 * of an institution is subject to a licence).
 */
const RULES: Record<LicenceStep, Rule> = {
  apply: { from: [null, 'withdrawn'], to: 'applied' },
  grant_provisionally: { from: ['applied'], to: 'provisional' },
  grant: { from: ['applied', 'provisional'], to: 'granted' },
  renew: { from: ['granted', 'provisional'], to: 'granted' },
  suspend: { from: ['granted', 'provisional'], to: 'suspended' },
  reinstate: { from: ['suspended'], to: 'granted' },
  withdraw: { from: ['applied', 'provisional', 'granted', 'suspended'], to: 'withdrawn' },
};

const GRANTING: readonly LicenceStep[] = ['grant_provisionally', 'grant', 'renew'];

/** The steps that a licence in this state can take. The same answer drives the page and judges the request. */
export function licenceStepsFrom(state: LicenceState | null): LicenceStep[] {
  const steps = Object.keys(RULES) as LicenceStep[];
  // A provisional licence becomes a full one by being granted: to offer "renew" beside it would be two words for one thing.
  return steps.filter((step) => RULES[step].from.includes(state) && !(step === 'renew' && state === 'provisional'));
}

export type LicencePaper = { number: string; issuedOn: string | null; validUntil: string | null; authority: string };

/** Whether a step gives a paper with a number and days, which it must then name. */
export function grantsPaper(step: LicenceStep): boolean {
  return GRANTING.includes(step);
}

function checkPaper(paper: LicencePaper): void {
  const missing = [
    ...(paper.number === '' ? ['number'] : []),
    ...(paper.issuedOn === null ? ['issuedOn'] : []),
    ...(paper.validUntil === null ? ['validUntil'] : []),
    ...(paper.authority === '' ? ['authority'] : []),
  ];
  if (missing.length > 0) refuse('licence_incomplete', { fields: missing.map((path) => ({ path, code: 'required' })) });
  if (paper.issuedOn !== null && paper.validUntil !== null && paper.validUntil <= paper.issuedOn)
    refuse('licence_incomplete', { fields: [{ path: 'validUntil', code: 'not_after' }] });
}

/**
 * The state after a step. Refuses `licence_step_not_possible` from this state, and `licence_incomplete` where a grant
 * lacks its number, its days (the last after the first) or the authority that gave it.
 */
export function takeLicence(state: LicenceState | null, step: LicenceStep, paper: LicencePaper): LicenceState {
  if (!licenceStepsFrom(state).includes(step))
    refuse('licence_step_not_possible', { fields: [{ path: 'step', code: 'not_a_choice' }] });
  if (grantsPaper(step)) checkPaper(paper);
  return RULES[step].to;
}

/** How a licence stands on a day: one that was granted expires by its date, without anybody doing anything. */
export function licenceStandingOf(
  licence: { state: LicenceState | null; validUntil: string | null },
  today: string,
): LicenceStanding {
  if (licence.state === null) return 'none';
  const isGranted = licence.state === 'granted' || licence.state === 'provisional';
  return isGranted && licence.validUntil !== null && licence.validUntil < today ? 'expired' : licence.state;
}

/** Whether the institution may take people in today. */
export function isLicensed(standing: LicenceStanding): boolean {
  return standing === 'granted' || standing === 'provisional';
}

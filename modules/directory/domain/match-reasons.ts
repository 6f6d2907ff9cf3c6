import type { Capacity, MatchFit, MatchReason } from '../contract/index.ts';

/** What is known of a service that answers the need. */
export type Candidate = {
  receivesReferrals: boolean;
  /** None is the whole region. */
  areaIds: string[];
  languages: string[];
  minimumAge: number | null;
  maximumAge: number | null;
  capacity: Capacity;
};

/** Where and who the person is, as far as it was said: `reaching` are the area and those it lies in, `inside` its parts. */
export type Wanted = { reaching: string[] | null; inside: string[]; language: string | null; age: number | null };

function areaFit({ areaIds }: Candidate, { reaching, inside }: Wanted): MatchFit {
  if (areaIds.length === 0) return 'fits';
  if (reaching === null) return 'unknown';
  if (areaIds.some((areaId) => reaching.includes(areaId))) return 'fits';
  return areaIds.some((areaId) => inside.includes(areaId)) ? 'partly' : 'does_not_fit';
}

function languageFit({ languages }: Candidate, { language }: Wanted): MatchFit {
  if (language === null || languages.length === 0) return 'unknown';
  return languages.includes(language) ? 'fits' : 'does_not_fit';
}

function ageFit({ minimumAge, maximumAge }: Candidate, { age }: Wanted): MatchFit {
  if (minimumAge === null && maximumAge === null) return 'fits';
  if (age === null) return 'unknown';
  return age >= (minimumAge ?? 0) && age <= (maximumAge ?? Infinity) ? 'fits' : 'does_not_fit';
}

const CAPACITY_FIT: Record<Capacity, MatchFit> = {
  open: 'fits',
  waiting_list: 'partly',
  assessment_first: 'partly',
  unknown: 'unknown',
  full: 'does_not_fit',
};

/** Why a service suits, criterion by criterion; what does not suit is said too, and nothing is left out for it. */
export function matchReasons(candidate: Candidate, wanted: Wanted): MatchReason[] {
  return [
    { criterion: 'referrals', fit: candidate.receivesReferrals ? 'fits' : 'does_not_fit' },
    { criterion: 'need', fit: 'fits' },
    { criterion: 'area', fit: areaFit(candidate, wanted) },
    { criterion: 'language', fit: languageFit(candidate, wanted) },
    { criterion: 'age', fit: ageFit(candidate, wanted) },
    { criterion: 'capacity', fit: CAPACITY_FIT[candidate.capacity] },
  ];
}

const COST: Record<MatchFit, number> = { fits: 0, unknown: 1, partly: 1, does_not_fit: 4 };

/** The order of matching services: those that answer referrals first, then those that suit best. */
export function matchCost(reasons: MatchReason[]): number {
  return reasons.reduce((cost, { criterion, fit }) => cost + COST[fit] * (criterion === 'referrals' ? 100 : 1), 0);
}

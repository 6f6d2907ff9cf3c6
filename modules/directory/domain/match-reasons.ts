import type { Capacity, MatchFit, MatchReason, OpeningHours } from '../contract/index.ts';
import { distanceBetween, type Point } from './search/distance.ts';
import { appliesOn, isOpenAt, type Moment } from './search/open-times.ts';

/** What is known of a service that answers the need; of a confidential place nothing. */
export type Candidate = {
  receivesReferrals: boolean;
  /** None is the whole region. */
  areaIds: string[];
  languages: string[];
  minimumAge: number | null;
  maximumAge: number | null;
  hasConditions: boolean;
  capacity: Capacity;
  /** How many days ago somebody said so. */
  capacityDays: number | null;
  places: Point[];
  hours: OpeningHours[];
  getsWheelchairIn: boolean;
};

/** Where and who the person is, as far as it was said: `reaching` are the area and those it lies in, `inside` its parts. */
export type Wanted = {
  reaching: string[] | null;
  inside: string[];
  /** The middle of their area: no address is read for this. */
  point: Point | null;
  language: string | null;
  age: number | null;
  wheelchair: boolean;
  /** This moment, and each day of the week that begins today. */
  at: { now: Moment; week: Moment[] };
};

type Judged = Omit<MatchReason, 'criterion'>;

const is = (fit: MatchFit, values: MatchReason['values'] = {}): Judged => ({ fit, values });

function area({ areaIds }: Candidate, { reaching, inside }: Wanted): Judged {
  if (areaIds.length === 0) return is('fits', { where: 'region' });
  if (reaching === null) return is('unknown');
  if (areaIds.some((areaId) => reaching.includes(areaId))) return is('fits', { where: 'area' });
  return is(areaIds.some((areaId) => inside.includes(areaId)) ? 'partly' : 'does_not_fit');
}

/** Nothing said by the person is asked of them; nothing said by the service is asked of it. */
function language({ languages }: Candidate, { language: spoken }: Wanted): Judged {
  if (spoken === null) return is('unknown', { whom: 'person' });
  if (languages.length === 0) return is('unknown', { whom: 'service' });
  return is(languages.includes(spoken) ? 'fits' : 'does_not_fit', { language: spoken });
}

function age({ minimumAge, maximumAge }: Candidate, { age: years }: Wanted): Judged {
  const limits = { from: minimumAge ?? 'none', to: maximumAge ?? 'none' };
  if (minimumAge === null && maximumAge === null) return is('fits', { ...limits, limits: 'none' });
  if (years === null) return is('unknown', limits);
  const fits = years >= (minimumAge ?? 0) && years <= (maximumAge ?? Infinity);
  return is(fits ? 'fits' : 'does_not_fit', { ...limits, limits: 'some' });
}

const CAPACITY_FIT: Record<Capacity, MatchFit> = {
  open: 'fits',
  waiting_list: 'partly',
  assessment_first: 'partly',
  unknown: 'unknown',
  full: 'does_not_fit',
};

function capacity({ capacity: said, capacityDays }: Candidate): Judged {
  return is(CAPACITY_FIT[said], { said, days: capacityDays ?? 'none' });
}

/** A walk, a ride, a journey: in kilometres as the crow flies. */
const NEAR_KM = 5;
const FAR_KM = 20;

function distance({ places }: Candidate, { point }: Wanted): Judged {
  if (point === null) return is('unknown', { whom: 'person' });
  const nearest = Math.min(...places.map((place) => distanceBetween(point, place)));
  if (nearest === Infinity) return is('unknown', { whom: 'service' });
  const km = nearest < 10 ? Math.round(nearest * 10) / 10 : Math.round(nearest);
  if (nearest <= NEAR_KM) return is('fits', { km });
  return is(nearest <= FAR_KM ? 'partly' : 'does_not_fit', { km });
}

/** Whether it opens again on the day of this moment: what was open this morning is not to come. */
function opensLater(hours: OpeningHours[], { today, time }: Moment): boolean {
  return hours.some((one) => appliesOn(one, today, hours) && (one.opensAt ?? '') > (time ?? ''));
}

function open({ hours }: Candidate, { at }: Wanted): Judged {
  if (!hours.some(({ opensAt, closesAt }) => opensAt !== null && closesAt !== null)) return is('unknown');
  if (isOpenAt(hours, at.now, null)) return is('fits');
  const day = at.week.find((moment, index) =>
    index === 0 ? opensLater(hours, at.now) : isOpenAt(hours, moment, null),
  );
  return day === undefined ? is('does_not_fit') : is('partly', { date: day.today.date });
}

/**
 * Why a service suits, criterion by criterion; what does not suit is said too, and nothing is left out for it. What a service asks
 * of people is checked as far as the directory says it as figures (age, area); conditions in words are for somebody to ask.
 */
export function matchReasons(candidate: Candidate, wanted: Wanted): MatchReason[] {
  return [
    { criterion: 'referrals', ...is(candidate.receivesReferrals ? 'fits' : 'does_not_fit') },
    { criterion: 'need', ...is('fits') },
    { criterion: 'area', ...area(candidate, wanted) },
    { criterion: 'age', ...age(candidate, wanted) },
    ...(candidate.hasConditions ? [{ criterion: 'conditions' as const, ...is('unknown') }] : []),
    { criterion: 'language', ...language(candidate, wanted) },
    { criterion: 'capacity', ...capacity(candidate) },
    { criterion: 'distance', ...distance(candidate, wanted) },
    { criterion: 'open', ...open(candidate, wanted) },
    ...(wanted.wheelchair
      ? [{ criterion: 'access' as const, ...is(candidate.getsWheelchairIn ? 'fits' : 'unknown') }]
      : []),
  ];
}

import type { Actor } from '@qantara/kernel';
import { newId } from '@qantara/kernel';
import { OF_RESIDENT } from '@qantara/identity/domain';
import type { Confirmation, OutcomeCode, Rating, ReasonCode, Referral, WhyNot } from '@qantara/referrals/contract';
import type { Chance } from './chance.ts';
import { actorOf } from './staff/load-accounts.ts';
import type { SampleDirectory } from './load-directory.ts';
import type { SamplePerson } from './load-people.ts';
import type { Told } from './tell.ts';

const HOUR = 3600_000;
const YEAR = 365 * 24 * HOUR;

export type Course = {
  told: Told;
  chance: Chance;
  directory: SampleDirectory;
  now: Date;
  partners: Map<string, Actor>;
};

type Answering = {
  referral: Referral;
  at: Date;
  partner: Actor;
  /** 0 at the beginning of the two years, 1 today. */ season: number;
};

/** The one who answers for an organisation: its invented account, or somebody there without one. */
export function partnerOf(course: Course, organisationId: string): Actor {
  const known = course.partners.get(organisationId) ?? actorOf(newId(), 'partner', organisationId);
  course.partners.set(organisationId, known);
  return known;
}

function serviceFor(course: Course, person: SamplePerson, needCode: string) {
  const serving = course.directory.services.filter(
    ({ seed }) => seed.needCodes.includes(needCode) && seed.status === 'active',
  );
  const town = person.areaCode.slice(0, 8);
  const near = serving.filter(({ seed }) => seed.areaCodes.length === 0 || seed.areaCodes.includes(town));
  const refers = (near.length > 0 ? near : serving).filter(
    ({ seed }) => !['police', 'region'].includes(seed.organisationKey),
  );
  return course.chance.pick(refers);
}

/** Someone who says what happened to them says it with the code that opens their own request. */
export function residentOf(personId: string): Actor {
  return {
    kind: 'resident',
    accountId: null,
    organisationId: null,
    personId,
    role: 'resident',
    permissions: new Set(OF_RESIDENT),
  };
}

type PartnerStep = 'accept' | 'reject' | 'start' | 'hold' | 'resume' | 'complete' | 'fail';
type Step = { step: PartnerStep; after: number; reasonCode?: ReasonCode; outcomeCode?: OutcomeCode };

/** Steps at their hours; what would come after today has not happened yet. */
async function walk(course: Course, answering: Answering, steps: Step[]): Promise<boolean> {
  for (const { step, after, reasonCode = null, outcomeCode = null } of steps) {
    const at = new Date(answering.at.getTime() + after * HOUR);
    if (at > course.now) return false;
    const { referralId, version } = answering.referral;
    const given = { referralId, version, reasonCode, outcomeCode, note: '' };
    const partner = course.told.referrals({ actor: answering.partner, now: at });
    answering.referral = await partner[`${step}Referral`](given);
    answering.at = at;
  }
  return true;
}

/** The first answers come sooner as the two years go by: the plan is about that. */
function hoursToAnswer(chance: Chance, season: number): number {
  const typical = 96 - 52 * season;
  return Math.max(0.5, typical * Math.exp(chance.between(-1.4, 1.2)));
}

/** What people say of the help beside yes or no: some a mark, some a reason, a few their own words. */
function moreOf(chance: Chance, confirmation: Confirmation): { rating: Rating | null; whyNot: WhyNot | null } {
  const rating = confirmation === 'not_helped' ? null : chance.weigh<Rating>({ 5: 44, 4: 30, 3: 14, 2: 8, 1: 4 });
  if (confirmation === 'helped') return { rating, whyNot: null };
  const whyNot = chance.weigh({
    never_called: 26,
    no_place: 20,
    not_for_me: 12,
    too_far: 11,
    not_enough: 9,
    papers_missing: 7,
    hours_do_not_fit: 6,
    had_to_pay: 3,
    no_common_language: 3,
    found_other_help: 3,
  });
  return { rating, whyNot };
}

async function confirm(course: Course, answering: Answering): Promise<void> {
  const { chance } = course;
  const at = new Date(answering.at.getTime() + chance.between(24, 400) * HOUR);
  if (!chance.isLucky(0.55) || at > course.now) return;
  const helped = answering.referral.status === 'completed';
  const confirmation: Confirmation = helped
    ? chance.weigh({ helped: 78, partly_helped: 13, not_helped: 9 })
    : chance.weigh({ helped: 8, partly_helped: 14, not_helped: 78 });
  const { referralId, personId } = answering.referral;
  const own = course.told.referrals({ actor: residentOf(personId), now: at });
  await own.confirmHelp({ referralId, confirmation });
  if (chance.isLucky(0.6)) await own.tellMore({ referralId, ...moreOf(chance, confirmation), words: '' });
}

async function workOn(course: Course, answering: Answering): Promise<void> {
  const { chance } = course;
  const days = (least: number, most: number): number => chance.between(least * 24, most * 24);
  const held: Step[] = chance.isLucky(0.2)
    ? [
        {
          step: 'hold',
          after: days(0.5, 4),
          reasonCode: chance.weigh({ wait_listed: 6, waiting_for_papers: 3, unreachable: 1 }),
        },
        { step: 'resume', after: days(3, 25) },
      ]
    : [{ step: 'start', after: days(0.2, 4) }];
  if (!(await walk(course, answering, held))) return;
  const help = 0.68 + 0.16 * answering.season;
  const end: Step = chance.isLucky(help)
    ? {
        step: 'complete',
        after: days(1, 22),
        outcomeCode: chance.weigh({ help_given: 62, enrolled: 20, help_given_in_part: 10, information_given: 8 }),
      }
    : {
        step: 'fail',
        after: days(2, 30),
        reasonCode: chance.weigh({
          unreachable: 34,
          did_not_come: 30,
          declined_by_person: 14,
          not_eligible: 12,
          at_capacity: 10,
        }),
      };
  if (await walk(course, answering, [end])) await confirm(course, answering);
}

async function cancelSilent(course: Course, answering: Answering, navigator: Actor): Promise<void> {
  const at = new Date(answering.at.getTime() + course.chance.between(15, 40) * 24 * HOUR);
  if (at > course.now || !course.chance.isLucky(0.75)) return;
  const { referralId, version } = answering.referral;
  const given = { referralId, version, reasonCode: 'no_answer' as const, outcomeCode: null, note: '' };
  await course.told.referrals({ actor: navigator, now: at }).cancelReferral(given);
}

/** One referral from its sending to where it is today. */
export async function tellReferral(
  course: Course,
  sent: { person: SamplePerson; needCode: string; at: Date; navigator: Actor },
): Promise<boolean> {
  const { chance, told } = course;
  const { person, needCode, at, navigator } = sent;
  const { serviceId } = serviceFor(course, person, needCode);
  const priority = needCode === 'safety' ? 'tonight' : chance.weigh({ routine: 74, this_week: 22, tonight: 4 });
  const asked = {
    personId: person.personId,
    screeningId: person.screeningId,
    needCode,
    serviceIds: [serviceId],
    priority,
    note: '',
  };
  const { referrals } = await told.referrals({ actor: navigator, now: at }).sendReferrals(asked);
  const referral = referrals[0];
  if (referral === undefined || referral.organisationId === null) return false;
  const season = Math.min(1, Math.max(0, 1 - (course.now.getTime() - at.getTime()) / (2 * YEAR)));
  const partner = partnerOf(course, referral.organisationId);
  const answering: Answering = { referral, at, partner, season };
  const answer = chance.weigh({ accept: 74 + 8 * season, reject: 15 - 3 * season, silence: 11 - 5 * season });
  if (answer === 'silence') await cancelSilent(course, answering, navigator);
  const after = hoursToAnswer(chance, season);
  if (answer === 'reject')
    await walk(course, answering, [
      {
        step: 'reject',
        after,
        reasonCode: chance.weigh({
          at_capacity: 40,
          not_eligible: 28,
          outside_area: 14,
          wrong_service: 10,
          referred_on: 8,
        }),
      },
    ]);
  if (answer === 'accept' && (await walk(course, answering, [{ step: 'accept', after }])))
    await workOn(course, answering);
  return true;
}

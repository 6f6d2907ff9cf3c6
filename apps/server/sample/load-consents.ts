import { Refusal, type Actor } from '@qantara/kernel';
import type { PersonId } from '@qantara/people/contract';
import type { SamplePerson } from './load-people.ts';
import { residentOf, type Course } from './load-referrals.ts';
import { seeds } from './read-seed.ts';

const DAY = 24 * 3600_000;
const TEXT_SINCE_DAYS = 40;
/** Whose consent is taken back, and which partners had received something by it. */
const TAKES_BACK = {
  among: [100, 360],
  partners: ['foodbank', 'foodbank', 'roof', 'jobs', 'foodbank', 'clinic'],
} as const;

type Given = { course: Course; people: SamplePerson[]; navigators: Actor[]; officer: Actor };

const idOf = (person: SamplePerson | undefined): PersonId => (person?.personId ?? '') as PersonId;

function keysOf({ directory }: Course, keys: readonly string[]): string[] {
  return keys.flatMap((key) => directory.organisationIds.get(key) ?? []);
}

/** The second version is read since some weeks, and the third is being written. */
async function writeTexts({ course, officer }: Given): Promise<void> {
  const { told, now } = course;
  const { published, draft } = seeds.consents();
  const since = told.people({ actor: officer, now: new Date(now.getTime() - TEXT_SINCE_DAYS * DAY) });
  const { number, version } = await since.draftConsentText({ purpose: 'referral', words: published });
  await since.publishConsentText({ purpose: 'referral', number, version });
  const today = told.people({ actor: officer, now: new Date(now.getTime() - DAY) });
  await today.draftConsentText({ purpose: 'referral', words: draft });
}

/** People who were referred to these partners, one for each. */
async function listReferredTo({ course, people, navigators }: Given): Promise<SamplePerson[]> {
  const { told, now, directory } = course;
  const wanted: string[] = TAKES_BACK.partners.flatMap((key) => directory.organisationIds.get(key) ?? []);
  const found: SamplePerson[] = [];
  const as = { actor: navigators[0] as Actor, now };
  for (const person of people.slice(...TAKES_BACK.among)) {
    if (wanted.length === 0) break;
    const { referrals } = await told.referrals(as).listReferralsOf({ personId: person.personId });
    const at = wanted.findIndex((id) => referrals.some(({ referral }) => referral.organisationId === id));
    if (at === -1) continue;
    wanted.splice(at, 1);
    found.push(person);
  }
  return found;
}

/** A consent that named every partner is taken back; some agree anew, under the new text and for fewer. */
async function takeBack(given: Given): Promise<void> {
  const { course, navigators } = given;
  const { told, now } = course;
  for (const [index, person] of (await listReferredTo(given)).entries()) {
    const actor = navigators[index % navigators.length] as Actor;
    const personId = idOf(person);
    const at = { actor, now: new Date(now.getTime() - (2 + index * 3) * DAY) };
    const people = told.people(at);
    const { consents } = await people.getPerson({ personId });
    for (const { consentId, withdrawnAt } of consents)
      if (withdrawnAt === null) await people.withdrawConsent({ personId, consentId });
    if (index % 2 === 1) continue;
    const [before] = consents;
    await people.recordConsent({
      personId,
      categories: ['identity', 'need'],
      recipients: keysOf(course, ['elders', 'library']),
      givenHow: 'spoken',
      locale: person.locale,
      textNumber: 2,
      ...(before?.minority === 'adult' || before?.minority === 'unknown' ? {} : { aloneReason: 'mature_minor' }),
    });
  }
}

async function sayNo({ course, people, navigators }: Given): Promise<void> {
  const { told, now } = course;
  for (const [index, seed] of seeds.consents().refusals.entries()) {
    const { daysAgo, reason, ...said } = seed;
    const as = { actor: navigators[index % navigators.length] as Actor, now: new Date(now.getTime() - daysAgo * DAY) };
    const personId = idOf(people[170 + index]);
    await told.people(as).recordRefusal({
      ...said,
      personId,
      purpose: 'follow_up',
      categories: ['identity', 'contact'],
      recipients: keysOf(course, ['foodbank']),
      givenHow: 'spoken',
      textNumber: 1,
      reason: reason ?? '',
    });
  }
}

/** Children, each with whoever decides for them or with the reason why they decide alone. */
async function meetChildren({ course, navigators }: Given): Promise<PersonId[]> {
  const { told, now } = course;
  const met: PersonId[] = [];
  for (const [index, child] of seeds.consents().children.entries()) {
    const as = { actor: navigators[index % navigators.length] as Actor, now: new Date(now.getTime() - 2 * DAY) };
    const { displayName, age, locale } = child;
    const birthYear = now.getUTCFullYear() - age;
    const { personId } = await told.people(as).addPerson({ displayName, birthYear, languages: [locale] });
    const { consentId } = await told.people(as).recordConsent({
      personId,
      categories: ['identity', 'need'],
      recipients: keysOf(course, ['family', 'clinic']),
      givenHow: 'written',
      locale,
      textNumber: 2,
      proxyRelation: child.relation ?? null,
      proxyName: child.guardian ?? '',
      childAssent: child.assent ?? null,
      aloneReason: child.alone ?? null,
    });
    const origin = 'https://sabil.example';
    await told.people(as).giveReceipt({ personId, consentId, form: 'discreet', locale, origin });
    met.push(personId);
  }
  return met;
}

async function override(given: Given, children: PersonId[]): Promise<void> {
  const { course, people, navigators } = given;
  const { told, now } = course;
  for (const [index, seed] of seeds.consents().overrides.entries()) {
    const { daysAgo, recipients, isChild = false, ...basis } = seed;
    const at = new Date(now.getTime() - daysAgo * DAY - (index + 1) * 600_000);
    const as = { actor: navigators[index % navigators.length] as Actor, now: at };
    const personId = (isChild ? children[1] : idOf(people[190 + index])) ?? idOf(people[190 + index]);
    await told.people(as).recordOverride({ ...basis, personId, recipients: keysOf(course, recipients) });
  }
}

async function askCorrections({ course, people, navigators }: Given): Promise<void> {
  const { told, now } = course;
  const left = people.slice(210);
  for (const { daysAgo, declineReason, locale, ...asked } of seeds.consents().corrections) {
    const at = new Date(now.getTime() - daysAgo * DAY);
    const found = left.findIndex((person) => person.locale === locale && person.from < at);
    const personId = idOf(left.splice(found, 1)[0]);
    const navigator = navigators[0] as Actor;
    const { person } = await told.people({ actor: navigator, now: at }).getPerson({ personId });
    const whatIsRight = asked.whatIsRight
      .replace('{name}', person.displayName ?? '')
      .replace('{year}', String(person.birth.year ?? 1987));
    const own = told.people({ actor: residentOf(personId), now: at });
    const { correctionId } = await own.askCorrection({ ...asked, whatIsRight });
    if (declineReason === undefined) continue;
    const as = { actor: navigator, now: new Date(at.getTime() + DAY) };
    await told.people(as).declineCorrection({ personId, correctionId, declineReason });
  }
}

/** What people of the sample said about sharing in the last weeks, what was shared without them, and what they ask to be put right. */
export async function loadConsents(given: Given): Promise<void> {
  try {
    await writeTexts(given);
    await takeBack(given);
    await sayNo(given);
    await override(given, await meetChildren(given));
    await askCorrections(given);
  } catch (fault) {
    if (fault instanceof Refusal) throw new Error(`the sample was refused: ${fault.code}`, { cause: fault });
    throw fault;
  }
}

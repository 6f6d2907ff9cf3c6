import { dayIn, Refusal, type Actor } from '@qantara/kernel';
import type { SamplePerson } from './load-people.ts';
import { residentOf, type Course } from './load-referrals.ts';

const DAY = 24 * 3600_000;
const PLANS = 6;
const OPEN = 5;

type Care = { course: Course; people: SamplePerson[]; navigators: Actor[] };

/** What may be refused by the rules of the present is left out of the invented past. */
async function unlessRefused(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (fault) {
    if (fault instanceof Refusal) return false;
    throw fault;
  }
}

const WORDS: Record<string, string> = {
  food: 'وجبة ساخنة كل يوم',
  housing: 'بيت دافئ قبل الشتاء',
  work: 'عمل قريب من البيت',
};

async function planFor({ course, navigators }: Care, person: SamplePerson, days: number): Promise<boolean> {
  const { told, now } = course;
  const at = new Date(now.getTime() - 12 * DAY);
  const { personId } = person;
  const nextReviewOn = dayIn('UTC', new Date(now.getTime() + days * DAY));
  for (const actor of navigators) {
    const referrals = told.referrals({ actor, now: at });
    if (!(await unlessRefused(() => referrals.startPlan({ personId, nextReviewOn })))) continue;
    for (const needCode of person.wants)
      await referrals.addGoal({ personId, needCode, words: WORDS[needCode] ?? 'خطوة بعد خطوة' });
    return true;
  }
  return false;
}

async function openFor({ course, navigators }: Care, person: SamplePerson, hours: number): Promise<boolean> {
  const at = new Date(course.now.getTime() - hours * 3600_000);
  const [actor] = navigators;
  const needCode = 'food';
  if (actor === undefined || !person.wants.includes(needCode)) return false;
  const { personId } = person;
  return unlessRefused(() =>
    course.told.referrals({ actor, now: at }).sendOpen({ personId, needCode, priority: 'this_week' }),
  );
}

/** What people write, and what they are answered; what has no answer waits to be read. */
const WRITTEN: [words: string, answer: string | null][] = [
  ['السلام عليكم، هل أحتاج إلى بطاقة التعريف حين أذهب؟', 'وعليكم السلام. نعم، خذ معك أي ورقة عليها اسمك.'],
  ['Bonjour, je ne peux pas venir jeudi matin. Est-ce possible l’après-midi ?', null],
  ['تغيّر رقم هاتفي. كيف أعطيكم الجديد؟', null],
  ['Merci pour tout. La dame au guichet a été très gentille.', 'Merci à vous, nous le lui dirons.'],
  ['Nobody has called me yet. Should I go there myself?', null],
];
const WRITERS = WRITTEN.length;

async function writeFor(care: Care, person: SamplePerson, turn: number): Promise<boolean> {
  const { told, now } = care.course;
  const written = WRITTEN[turn];
  const hours = (ago: number): Date => new Date(now.getTime() - ago * 3600_000);
  const { personId } = person;
  const answering = care.navigators.find(({ permissions }) => permissions.has('referral:send'));
  if (written === undefined || answering === undefined) return false;
  const [words, answer] = written;
  const asked = told.referrals({ actor: answering, now: hours(20) });
  // Whoever looks after somebody answers: the rules of the present say who that is.
  if (!(await unlessRefused(() => asked.listMessages({ personId })))) return false;
  await told.referrals({ actor: residentOf(personId), now: hours(30 - turn) }).writeMyMessage({ words });
  return answer === null || unlessRefused(() => asked.writeMessage({ personId, words: answer }));
}

/** The first that write to those who look after them. */
async function loadMessages(care: Care): Promise<void> {
  let wrote = 0;
  for (const person of care.people.toReversed()) {
    if (wrote === WRITERS) return;
    if (await writeFor(care, person, wrote)) wrote += 1;
  }
}

/** Care plans of people with several needs, requests that any capable partner may still claim, and what people write. */
export async function loadCare(care: Care): Promise<void> {
  await loadMessages(care);
  let [plans, open] = [0, 0];
  for (const person of care.people.toReversed()) {
    if (plans < PLANS && person.wants.length > 1 && (await planFor(care, person, plans * 9 - 4))) plans += 1;
    else if (open < OPEN && (await openFor(care, person, open + 1))) open += 1;
    if (plans === PLANS && open === OPEN) return;
  }
}

import { bringForm } from '@qantara/forms/server';
import type { Answers } from '@qantara/forms/contract';
import type { Actor } from '@qantara/kernel';
import type { SamplePerson } from './load-people.ts';
import type { Course } from './load-referrals.ts';
import { seeds } from './read-seed.ts';

const DAY = 24 * 3600_000;
const ASKED = 30;

type Given = { course: Course; people: SamplePerson[]; navigator: Actor; author: Actor };

/** What a household says on an ordinary day; some of it is not said. */
function answersBy(chance: Course['chance']): Answers {
  const isRented = chance.isLucky(0.6);
  const members = Array.from(
    { length: Math.round(chance.between(1, 5)) },
    (_one, at): Record<string, string | number> => {
      const age = at === 0 ? Math.round(chance.between(24, 68)) : Math.round(chance.between(1, 60));
      return { member_age: age, ...(age >= 6 && age < 18 ? { at_school: chance.isLucky(0.8) ? 'yes' : 'no' } : {}) };
    },
  );
  return {
    members,
    alone: chance.weigh({ yes: 30, no: 60, prefer_not_to_say: 10 }),
    home_kind: isRented ? 'rented' : chance.weigh({ own: 40, with_others: 45, shelter: 10, street: 5 }),
    ...(isRented
      ? { rent: Math.round(chance.between(18, 70)) * 10, rent_late: chance.isLucky(0.4) ? 'yes' : 'no' }
      : {}),
    shut_off: chance.weigh({ yes: 25, no: 65, prefer_not_to_say: 10 }),
    hard: chance.isLucky(0.15) ? ['none'] : [chance.weigh({ food: 40, rent: 30, bills: 20, medicine: 10 })],
    worry: Math.round(chance.between(1, 5)),
    call_back: chance.isLucky(0.7) ? 'agreed' : 'not_agreed',
  };
}

async function writeForms({ course: { told, now }, author }: Given): Promise<void> {
  const { forms, drafts } = seeds.forms();
  const began = new Date(now.getTime() - 200 * DAY);
  for (const form of forms) await told.act({ actor: author, now: began }, (ctx) => bringForm(ctx, form));
  for (const { code: formCode, addQuestion } of drafts) {
    const draft = await told.forms({ actor: author, now }).draftForm({ formCode });
    const section = draft.body.sections.length - 1;
    const place = { section, question: draft.body.sections[section]?.questions.length ?? 0, inner: null };
    const change = { kind: 'save_question' as const, place, question: addQuestion };
    await told.forms({ actor: author, now }).changeForm({ formCode, revision: draft.revision, change });
  }
}

/** A form of the region's own: written, asked of some households, and its next version begun. */
export async function loadForms(given: Given): Promise<void> {
  const { course, people, navigator } = given;
  const { told, chance, now } = course;
  await writeForms(given);
  for (const { personId, locale, from } of people.slice(-ASKED)) {
    const at = new Date(Math.max(from.getTime(), now.getTime() - chance.between(1, 60) * DAY));
    await told.forms({ actor: navigator, now: at }).giveAnswers({
      personId,
      formCode: 'household_intake',
      version: 1,
      answers: answersBy(chance),
      channel: chance.weigh({ navigator: 70, telephone: 30 }),
      locale,
      isDraft: chance.isLucky(0.15),
    });
  }
}

import { Refusal, type Actor } from '@qantara/kernel';
import { judgeOpenings } from '@qantara/oversight/server';
import type { PersonId } from '@qantara/people/contract';
import { makeCheckpoint, withTables } from '@qantara/platform';
import type { SamplePerson } from './load-people.ts';
import type { Course } from './load-referrals.ts';

const DAY = 24 * 3600_000;
const OPENINGS = 40;
/** Late in the evening, two days ago: two people were up, and the queue of the privacy officer has something in it. */
const LATE = { daysAgo: 2, hour: 21, openings: 12 };

type Given = { course: Course; people: SamplePerson[]; navigators: Actor[]; system: Actor };

function moment(now: Date, daysAgo: number, hour: number): Date {
  const day = new Date(now.getTime() - daysAgo * DAY);
  day.setUTCHours(hour, 0, 0, 0);
  return day;
}

/** Records opened in the last days, a night that is worth a look, and the first checkpoint. */
export async function loadOversight({ course, people, navigators, system }: Given): Promise<void> {
  const { told, chance, now } = course;
  const open = async (actor: Actor, at: Date, person: SamplePerson): Promise<void> => {
    try {
      await told.people({ actor, now: at }).getPerson({ personId: person.personId as PersonId });
    } catch (fault) {
      // Looked after by another house.
      if (!(fault instanceof Refusal && fault.code === 'person_not_found')) throw fault;
    }
  };
  for (let index = 0; index < OPENINGS; index += 1) {
    const actor = navigators[index % navigators.length] as Actor;
    const at = moment(now, 1 + (index % 9), 8 + (index % 6));
    await open(actor, new Date(at.getTime() + index * 47_000), chance.pick(people));
  }
  const late = moment(now, LATE.daysAgo, LATE.hour);
  for (let index = 0; index < LATE.openings; index += 1)
    for (const actor of navigators) await open(actor, new Date(late.getTime() + index * 160_000), chance.pick(people));
  await told.act({ actor: system, now }, (ctx) => judgeOpenings(withTables(ctx)));
  await told.act({ actor: system, now }, makeCheckpoint);
}

import { Refusal, type Actor } from '@qantara/kernel';
import type { PersonId } from '@qantara/people/contract';
import type { ServiceId } from '@qantara/directory/contract';
import type { SamplePerson } from './load-people.ts';
import type { Course } from './load-referrals.ts';

const LISTS = 24;
const FAVOURITES = 6;
const DAY = 24 * 3600_000;

/** A word that a navigator writes on a service, by the language that the person reads. */
const WORDS = {
  ar: ['اسأل عن السيدة في الاستقبال.', 'تعال قبل العاشرة صباحًا.', 'خذ معك أي وثيقة عندك.'],
  fr: ['Demandez l’accueil en arrivant.', 'Venez avant dix heures.', 'Prenez les papiers que vous avez.'],
  en: ['Ask for the front desk.', 'Come before ten in the morning.', 'Bring whatever papers you have.'],
};

type Given = { course: Course; people: SamplePerson[]; navigators: Actor[] };

/** What navigators keep at hand, and lists that they put together for the people they saw last. */
export async function loadShortlists({ course, people, navigators }: Given): Promise<void> {
  const { told, chance, now, directory } = course;
  const services = directory.services.filter(({ seed }) => seed.status === 'active');
  const serviceIds = services.map(({ serviceId }) => serviceId as ServiceId);
  for (const actor of navigators)
    for (let index = 0; index < FAVOURITES; index += 1)
      await told.shortlists({ actor, now }).setFavourite({ serviceId: chance.pick(serviceIds), isFavourite: true });
  for (const [index, person] of people.slice(-LISTS).entries()) {
    const at = { actor: navigators[index % navigators.length] as Actor, now: new Date(now.getTime() - index * DAY) };
    const personId = person.personId as PersonId;
    const fitting = services.filter(({ seed }) => seed.needCodes.some((code) => person.wants.includes(code)));
    const chosen = new Set(
      Array.from({ length: 3 }, () => chance.pick(fitting.length > 0 ? fitting : services).serviceId),
    );
    const lists = told.shortlists(at);
    try {
      const { shortlistId } = await lists.createShortlist({ personId, locale: person.locale });
      for (const serviceId of chosen)
        await lists.addToShortlist({
          personId,
          shortlistId,
          serviceId: serviceId as ServiceId,
          note: chance.pick(WORDS[person.locale]),
        });
    } catch (fault) {
      // Looked after by the other navigator's house: their own list, not ours.
      if (!(fault instanceof Refusal && fault.code === 'person_not_found')) throw fault;
    }
  }
}

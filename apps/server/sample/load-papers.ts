import type { Actor } from '@qantara/kernel';
import type { PersonId } from '@qantara/people/contract';
import { inventedPdf, inventedPicture } from './invented-files.ts';
import type { SamplePerson } from './load-people.ts';
import type { Course } from './load-referrals.ts';

const DAY = 24 * 3600_000;

const PAPERS = [
  { fileName: 'عقد الكراء.pdf', bytes: inventedPdf('Sample lease. Invented, like everybody in this region.') },
  { fileName: 'facture d’électricité.pdf', bytes: inventedPdf('Sample bill. Invented, like everybody here.') },
  { fileName: 'carte.png', bytes: inventedPicture() },
];

/** Three invented papers, each of another person. */
export async function loadPapers(given: { course: Course; people: SamplePerson[]; navigator: Actor }): Promise<void> {
  const { course, people, navigator } = given;
  for (const [at, { fileName, bytes }] of PAPERS.entries()) {
    const person = people.at(-1 - at);
    if (person === undefined) continue;
    const added = new Date(Math.max(person.from.getTime(), course.now.getTime() - (at + 1) * 3 * DAY));
    const paper = { personId: person.personId as PersonId, fileName, content: bytes.toString('base64') };
    await course.told.attachments({ actor: navigator, now: added }).addAttachment(paper);
  }
}

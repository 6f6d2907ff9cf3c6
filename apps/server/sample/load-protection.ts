import type { Actor } from '@qantara/kernel';
import type { GlassReason, PersonId, RecordClass } from '@qantara/people/contract';
import { reviewGlass } from '@qantara/people/server';
import { withTables, type AnyCtx } from '@qantara/platform';
import type { SamplePerson } from './load-people.ts';
import type { Course } from './load-referrals.ts';
import { seeds } from './read-seed.ts';

const HOUR = 3_600_000;
/** As many as the clinic sees beside the house, so that somebody there may meet one of theirs. */
const OF_CLINIC = 12;

type Given = {
  course: Course;
  people: SamplePerson[];
  /** A navigator of the house, one of the clinic, who protects, and who reviews. */
  actors: { navigator: Actor; clinic: Actor; protection: Actor; officer: Actor };
};

const REASONS: Record<'emergency' | 'reviewed' | 'protect' | 'lift' | 'verdict', string> = {
  emergency: 'جاءت إلى العيادة بعد سقوط ولا تستطيع الكلام، ونحتاج إلى من يتصل بأهلها.',
  reviewed: 'Amené par les pompiers, sans papiers ; son traitement est inconnu.',
  protect: 'زوجها يعرف موظفين في المدينة.',
  lift: 'Elle a déménagé et le jugement est définitif.',
  verdict: 'La clinique a confirmé l’admission à 22 h 40.',
};

async function addPatients({ course, actors }: Given): Promise<void> {
  const { told, chance, directory, now } = course;
  const names = seeds.names().latin;
  const areas = [...directory.areaIds].filter(([code]) => /^SABIL-MS-\d\d$/.test(code));
  for (let index = 0; index < OF_CLINIC; index += 1) {
    const [, areaId] = chance.pick(areas);
    const at = new Date(now.getTime() - chance.between(2, 300) * 24 * HOUR);
    await told.people({ actor: actors.clinic, now: at }).addPerson({
      displayName: `${chance.pick(names.first)} ${chance.pick(names.last)}`,
      birthYear: Math.floor(chance.between(1945, 2007)),
      languages: ['fr'],
      areaId,
      contactPoints: [
        { kind: 'phone', value: `+216 50 555 ${String(Math.floor(chance.between(100, 999)))}`, isSafe: true },
      ],
    });
  }
}

/** Opens the record of one of the house's people from the clinic: of the first whom a name and a year mean alone. */
async function openOne(
  { course, people, actors }: Given,
  why: { reasonCode: GlassReason; reason: string },
  from: number,
) {
  const { told, now } = course;
  for (const { personId } of people.slice(from, from + 20)) {
    const { person } = await told
      .people({ actor: actors.navigator, now })
      .getPerson({ personId: personId as PersonId });
    if (person.displayName === null || person.birth.year === null) continue;
    const asked = { name: person.displayName, birthYear: person.birth.year, ...why };
    const { glassId } = await told.people({ actor: actors.clinic, now }).breakGlass(asked);
    if (glassId !== null) return glassId;
  }
  throw new Error('nobody of the sample is meant by a name and a year alone');
}

async function protect({ course, people, actors }: Given, index: number, recordClass: RecordClass): Promise<PersonId> {
  const personId = people[index]?.personId as PersonId;
  const as = { actor: actors.protection, now: course.now };
  await course.told.people(as).protectPerson({ personId, recordClass, reason: REASONS.protect });
  return personId;
}

/** Records of few eyes, an emergency that waits for its review and one that had it, and a protection that somebody asks to end. */
export async function loadProtection(given: Given): Promise<void> {
  const { course, actors } = given;
  const { told, now } = course;
  await addPatients(given);
  const seen = await openOne(given, { reasonCode: 'medical', reason: REASONS.reviewed }, 40);
  await told.act({ actor: actors.officer, now }, (ctx: AnyCtx) =>
    reviewGlass(withTables(ctx), { glassId: seen, verdict: 'justified', note: REASONS.verdict }),
  );
  await openOne(given, { reasonCode: 'life_in_danger', reason: REASONS.emergency }, 80);
  await protect(given, 5, 'violence');
  await protect(given, 9, 'child_protection');
  const personId = await protect(given, 14, 'violence');
  const asked = { personId, to: 'ordinary' as const, reason: REASONS.lift };
  await told.people({ actor: actors.protection, now }).askLifting(asked);
}

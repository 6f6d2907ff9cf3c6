import type { Actor } from '@qantara/kernel';
import type { Course } from './load-referrals.ts';

const DAY = 24 * 3600_000;
const FORM = 'household_intake';

type Given = { course: Course; one: Actor; other: Actor; planner: Actor };
type Typed = Record<string, string>;

/** What stands on a sheet, as figures for the places that were ticked. */
function typedBy(chance: Course['chance']): Typed {
  return {
    'members.0.member_age': String(Math.round(chance.between(24, 68))),
    home_kind: chance.weigh({ 1: 40, 3: 60 }),
    shut_off: chance.weigh({ 1: 30, 2: 70 }),
    worry: String(Math.round(chance.between(1, 5))),
    call_back: chance.weigh({ 1: 70, 2: 30 }),
  };
}

/** Sheets of paper on their way: most keyed twice and accepted, one read differently, two that wait for a second colleague. */
async function loadSheets({ course, one, other, planner }: Given): Promise<void> {
  const { told, chance, now } = course;
  const at = (days: number): Date => new Date(now.getTime() - days * DAY);
  const printed = await told
    .sheets({ actor: planner, now: at(25) })
    .printSheets({ formCode: FORM, howMany: 12, locale: 'fr' });
  await told.sheets({ actor: planner, now: at(3) }).printSheets({ formCode: FORM, howMany: 8, locale: 'ar' });
  const batch = await told
    .sheets({ actor: planner, now: at(3) })
    .getBatch({ formCode: FORM, batchId: printed.batchId });
  for (const [place, { code: sheetCode }] of batch.sheets.slice(0, 8).entries()) {
    const typed = typedBy(chance);
    const days = 14 - place;
    await told.sheets({ actor: one, now: at(days) }).keySheet({ sheetCode, typed });
    if (place >= 6) continue;
    const read = place === 5 ? { ...typed, worry: typed['worry'] === '1' ? '4' : '1' } : typed;
    await told.sheets({ actor: other, now: at(days - 1) }).keySheet({ sheetCode, typed: read });
  }
  const lost = batch.sheets.at(-1);
  if (lost !== undefined)
    await told.sheets({ actor: one, now: at(2) }).setSheetAside({ sheetCode: lost.code, as: 'lost' });
}

/** A partner shows the region's questions in its own site; another showed them once. */
async function loadEmbeds({ course, planner }: Given): Promise<void> {
  const { told, directory, now } = course;
  const [first, second] = ['foodbank', 'jobs'].map((key) => directory.organisationIds.get(key));
  if (first === undefined || second === undefined) return;
  const before = told.embeds({ actor: planner, now: new Date(now.getTime() - 90 * DAY) });
  const formCode = 'regional-screening';
  await before.makeEmbed({ formCode, organisationId: first, origins: ['https://baskets.sabil.example'] });
  const { embedId } = await before.makeEmbed({
    formCode,
    organisationId: second,
    origins: ['https://jobs.sabil.example'],
  });
  await told.embeds({ actor: planner, now: new Date(now.getTime() - 20 * DAY) }).endEmbed({ embedId });
}

/** Where a form reaches people beyond the region's own pages: on paper, and in the sites of partners. */
export async function loadWiderAsking(given: Given): Promise<void> {
  await loadSheets(given);
  await loadEmbeds(given);
}

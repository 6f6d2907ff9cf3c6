import type { Finding, Screening } from '../contract/index.ts';

export type NeedChange = 'new' | 'gone' | 'still' | 'unknown' | 'never';

export type ComparedNeed = {
  needCode: string;
  needName: Screening['findings'][number]['needName'];
  before: Finding['hasNeed'] | undefined;
  now: Finding['hasNeed'] | undefined;
  change: NeedChange;
};

function changeOf(before: boolean | null | undefined, now: boolean | null | undefined): NeedChange {
  if (typeof before !== 'boolean' || typeof now !== 'boolean') return 'unknown';
  if (before === now) return now ? 'still' : 'never';
  return now ? 'new' : 'gone';
}

/**
 * What changed for a person between two screenings, need by need. What was not asked, or not said, one of the two times is not known: it
 * is neither better nor worse.
 */
export function compareScreenings(before: Screening, now: Screening): ComparedNeed[] {
  const names = new Map([...before.findings, ...now.findings].map(({ needCode, needName }) => [needCode, needName]));
  const answerIn = (screening: Screening, code: string) =>
    screening.findings.find(({ needCode }) => needCode === code)?.hasNeed;
  return [...names].map(([needCode, needName]) => {
    const [then, today] = [answerIn(before, needCode), answerIn(now, needCode)];
    return { needCode, needName, before: then, now: today, change: changeOf(then, today) };
  });
}

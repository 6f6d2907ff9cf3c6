import type { MatchReason } from '@qantara/directory/contract';

/** What is known of a service's answers, as `server/matching` counts them. */
export type Answers = { asked: number; accepted: number; medianHours: number | null; chiefNo: string | null };

/** Fewer than this are no rate, and may tell of a few people: the house's own measure of a small number. */
export const FEWEST_ANSWERS = 11;

const MOST = 0.6;
const SOME = 0.3;

function fitOf(share: number): MatchReason['fit'] {
  if (share >= MOST) return 'fits';
  return share >= SOME ? 'partly' : 'does_not_fit';
}

/** To the half day: a figure of three months is no more exact than that. */
function daysOf(hours: number): number {
  return Math.max(0.5, Math.round(hours / 12) / 2);
}

/**
 * What past answers say for or against asking again, and whether an answer can be expected before it is due. A few are said to be a
 * few: neither for nor against, and never as a share.
 */
export function answerReasons(answers: Answers | undefined, dueInHours: number): MatchReason[] {
  const due = daysOf(dueInHours);
  if (answers === undefined || answers.asked < FEWEST_ANSWERS || answers.medianHours === null)
    return [
      { criterion: 'answers', fit: 'unknown', values: { asked: answers === undefined ? 'none' : 'few' } },
      { criterion: 'in_time', fit: 'unknown', values: { due } },
    ];
  const { asked, accepted, medianHours, chiefNo } = answers;
  const days = daysOf(medianHours);
  return [
    { criterion: 'answers', fit: fitOf(accepted / asked), values: { asked, accepted, chiefNo: chiefNo ?? 'none' } },
    { criterion: 'in_time', fit: medianHours <= dueInHours ? 'fits' : 'does_not_fit', values: { days, due } },
  ];
}

import { refuse } from '@qantara/kernel';
import type { Finding, RecordScreening } from '../contract/index.ts';

/** Needs where waiting can hurt: whoever wants help with one of them is put first. */
const URGENT_NEEDS: readonly string[] = ['safety'];

function checkWants(needs: readonly string[], wants: readonly string[]): void {
  if (wants.some((want) => !needs.includes(want))) refuse('want_without_need');
}

/**
 * What a resident said on a list: a need that was marked is a need, one that was not marked is not known, because
 * nobody asked about it. Refuses `want_without_need`.
 */
export function findingsOfList(given: { needs: readonly string[]; wants: readonly string[] }): Finding[] {
  checkWants(given.needs, given.wants);
  return [...new Set(given.needs)].map((needCode) => ({
    needCode,
    hasNeed: true,
    wantsHelp: given.wants.includes(needCode),
  }));
}

/** What a navigator noted, question by question; "prefer not to say" is an answer of its own. Refuses `want_without_need`. */
export function findingsOfQuestions(given: Pick<RecordScreening, 'needs' | 'wants'>): Finding[] {
  const marked = Object.keys(given.needs).filter((code) => given.needs[code] === 'yes');
  const wanted = Object.keys(given.wants).filter((code) => given.wants[code] === 'yes');
  checkWants(marked, wanted);
  return Object.entries(given.needs).map(([needCode, answer]) => ({
    needCode,
    hasNeed: answer === 'prefer_not_to_say' ? null : answer === 'yes',
    wantsHelp: answer === 'yes' && given.wants[needCode] !== undefined ? given.wants[needCode] === 'yes' : null,
  }));
}

/** Whether somebody should look at it before the rest. */
export function isUrgent(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.wantsHelp === true && URGENT_NEEDS.includes(finding.needCode));
}

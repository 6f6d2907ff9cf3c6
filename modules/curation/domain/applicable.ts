import type { Proposal, SuggestedField } from '../contract/index.ts';

/** Where a place is and when it is open are several fields each: a person enters them, with the suggestion beside. */
const BY_HAND: ReadonlySet<SuggestedField> = new Set(['hours', 'address']);

export function isApplicable(field: SuggestedField): boolean {
  return !BY_HAND.has(field);
}

/** The proposals that were taken and can be written as they are, worded as the moderator worded them. */
export function applicable(
  proposals: Proposal[],
  taken: readonly SuggestedField[],
  values: Partial<Record<SuggestedField, string>>,
): Proposal[] {
  return proposals
    .filter(({ field }) => taken.includes(field) && isApplicable(field))
    .map(({ field, value }) => ({ field, value: values[field] ?? value }))
    .filter(({ value }) => value !== '');
}

import type { TypedValues } from '@qantara/ui';

/** The form of the consent page; another page may post to it to have it begin filled in. */
export const CONSENT_FORM = 'consent';

/**
 * What a higher page was about when consent turned out to be missing: its fields go along under this prefix and come
 * back to it afterwards, so that nothing is typed twice and no note about a person stands in an address.
 */
export const CARRIED = 'carried.';

/** Every field that is carried, one entry a value, under the name it had. */
export function carriedFields(typed: TypedValues): { name: string; value: string }[] {
  return Object.entries(typed)
    .filter(([name]) => name.startsWith(CARRIED))
    .flatMap(([name, value]) => [value].flat().map((one) => ({ name: name.slice(CARRIED.length), value: one })));
}

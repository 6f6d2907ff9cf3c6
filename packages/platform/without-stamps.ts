const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?/gu;
const IDENTIFIER = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/giu;

/** A text without its instants and identifiers: a test that looks in an answer for a number must not find it in a clock. */
export function withoutStamps(text: string): string {
  return text.replaceAll(INSTANT, '').replaceAll(IDENTIFIER, '');
}

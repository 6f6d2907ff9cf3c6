import { LOCALES, type LocalizedText } from '@qantara/kernel';

type Text = LocalizedText | null | undefined;

function joined(one: string | undefined, other: string | undefined): string {
  return [one ?? '', other ?? ''].filter((line) => line !== '').join('\n');
}

/** HSDS has two lines for an address; people write as many as there are, in each language. */
export function linesOfAddress(address: { address_1?: Text; address_2?: Text } | undefined): LocalizedText | null {
  const lines: LocalizedText = {};
  for (const locale of LOCALES) {
    const said = joined(address?.address_1?.[locale], address?.address_2?.[locale]);
    if (said !== '') lines[locale] = said;
  }
  return Object.keys(lines).length === 0 ? null : lines;
}

/** The first line of each language, and the rest in one. */
export function addressOfLines(lines: LocalizedText | null): {
  address_1: LocalizedText | null;
  address_2: LocalizedText | null;
} {
  const [first, rest]: [LocalizedText, LocalizedText] = [{}, {}];
  for (const locale of LOCALES) {
    const [one = '', ...others] = (lines?.[locale] ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    if (one !== '') first[locale] = one;
    if (others.length > 0) rest[locale] = others.join('\n');
  }
  const orNull = (text: LocalizedText) => (Object.keys(text).length === 0 ? null : text);
  return { address_1: orNull(first), address_2: orNull(rest) };
}

import { LOCALES, type Locale, type LocalizedText } from '@qantara/kernel';
import { localeNamed } from '../languages.ts';
import type { Beside, Coding, Extension } from './resources.ts';

const HL7 = 'http://hl7.org/fhir/StructureDefinition/';
const SDC = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-';
const OWN = 'urn:qantara:fhir:';

/** The extensions that are read and written: those of FHIR and SDC first, and ours for what neither has. */
export const EXTENSIONS = {
  translation: `${HL7}translation`,
  itemControl: `${HL7}questionnaire-itemControl`,
  minOccurs: `${HL7}questionnaire-minOccurs`,
  maxOccurs: `${HL7}questionnaire-maxOccurs`,
  minValue: `${HL7}minValue`,
  maxValue: `${HL7}maxValue`,
  decimals: `${HL7}maxDecimalPlaces`,
  exclusive: `${HL7}questionnaire-optionExclusive`,
  unit: `${HL7}questionnaire-unit`,
  enableWhenExpression: `${SDC}enableWhenExpression`,
  calculatedExpression: `${SDC}calculatedExpression`,
  answerExpression: `${SDC}answerExpression`,
  initialExpression: `${SDC}initialExpression`,
  kind: `${OWN}kind`,
  condition: `${OWN}condition`,
  calculation: `${OWN}calculation`,
  check: `${OWN}check`,
  formerly: `${OWN}formerly`,
  choice: `${OWN}choice`,
  term: `${OWN}term`,
  finding: `${OWN}finding`,
  purpose: `${OWN}purpose`,
} as const;

type Extended = { extension?: Extension[] | undefined };

/** The extension of an element with this address. */
export function extensionOf(element: Extended, url: string): Extension | undefined {
  return element.extension?.find((one) => one.url === url);
}

/** A number that an extension gives. */
export function numberOf(element: Extended, url: string): number | undefined {
  const found = extensionOf(element, url);
  return found?.valueInteger ?? found?.valueDecimal;
}

function translationOf(extension: Extension): [Locale, string] | undefined {
  const lang = extensionOf(extension, 'lang') ?? { url: '' };
  const content = extensionOf(extension, 'content') ?? { url: '' };
  const locale = localeNamed(lang.valueCode ?? lang.valueString ?? '');
  const said = content.valueString ?? content['valueMarkdown'];
  return locale === undefined || typeof said !== 'string' ? undefined : [locale, said];
}

const LONGEST = 20_000;

/** A text with its translations; undefined where there is none in any of our languages. */
export function textOf(
  main: string | undefined,
  beside: Beside | undefined,
  language: Locale,
): LocalizedText | undefined {
  const translations = (beside?.extension ?? [])
    .filter(({ url }) => url === EXTENSIONS.translation)
    .flatMap((extension) => [translationOf(extension) ?? []].filter((pair) => pair.length > 0) as [Locale, string][]);
  const said: [Locale, string][] = main === undefined ? translations : [[language, main], ...translations];
  const words = said.map(([locale, text]) => [locale, text.slice(0, LONGEST).toWellFormed().trim()] as const);
  const filled = words.filter(([, text]) => text !== '');
  return filled.length === 0 ? undefined : Object.fromEntries(filled.toReversed());
}

/** A text under its name, with its translations beside it. */
export function textElement<Name extends string>(
  name: Name,
  text: LocalizedText | undefined,
  language: Locale,
): Partial<Record<Name, string> & Record<`_${Name}`, Beside>> {
  const others = LOCALES.filter((locale) => locale !== language && (text?.[locale] ?? '') !== '');
  const extension = others.map((locale) => ({
    url: EXTENSIONS.translation,
    extension: [
      { url: 'lang', valueCode: locale },
      { url: 'content', valueString: text?.[locale] ?? '' },
    ],
  }));
  const main = text?.[language] ?? '';
  const element = {
    ...(main === '' ? {} : { [name]: main }),
    ...(extension.length === 0 ? {} : { [`_${name}`]: { extension } }),
  };
  return element as Partial<Record<Name, string> & Record<`_${Name}`, Beside>>;
}

const CONTROLS = 'http://hl7.org/fhir/questionnaire-item-control';

/** How an item is shown, in the words of FHIR: `help`, `lower`, `slider`. */
export function controlExtension(code: string): Extension {
  const coding: Coding[] = [{ system: CONTROLS, code }];
  return { url: EXTENSIONS.itemControl, valueCodeableConcept: { coding } };
}

/** How an item asks to be shown. */
export function controlOf(element: Extended): string | undefined {
  const concept = extensionOf(element, EXTENSIONS.itemControl)?.['valueCodeableConcept'];
  const coding = typeof concept === 'object' && concept !== null && 'coding' in concept ? concept.coding : [];
  const [first] = Array.isArray(coding) ? (coding as unknown[]) : [];
  if (typeof first !== 'object' || first === null || !('code' in first)) return undefined;
  return typeof first.code === 'string' ? first.code : undefined;
}

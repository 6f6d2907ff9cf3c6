import { z } from 'zod';

const LONGEST = 20_000;
const MOST = 50;

/** The data types of FHIR R4, as far as they are kept; what is not here is left out, and said to be. */
export const text = z.string().min(1).max(LONGEST);
export const code = z
  .string()
  .regex(/^\S+(?: \S+)*$/)
  .max(200);
export const uri = z.string().regex(/^\S+$/).max(2000);
export const list = <T extends z.ZodType>(shape: T) => z.array(shape).min(1).max(MOST);

const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;
const MOMENT =
  /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d))?)?)?$/;
const isReal = (said: string): boolean => !Number.isNaN(Date.parse(said.length === 4 ? `${said}-01-01` : said));

export const date = z.string().regex(DATE).refine(isReal);
export const dateTime = z.string().regex(MOMENT).refine(isReal);
export const instant = z.iso.datetime({ offset: true });

export const Coding = z.object({
  system: uri.optional(),
  version: text.optional(),
  code: code.optional(),
  display: text.optional(),
  userSelected: z.boolean().optional(),
});
export const CodeableConcept = z.object({ coding: list(Coding).optional(), text: text.optional() });
export const Period = z.object({ start: dateTime.optional(), end: dateTime.optional() });
export const Identifier = z.object({
  use: z.enum(['usual', 'official', 'temp', 'secondary', 'old']).optional(),
  type: CodeableConcept.optional(),
  system: uri.optional(),
  value: text.optional(),
  period: Period.optional(),
});
export const Reference = z.object({
  reference: text.optional(),
  type: uri.optional(),
  identifier: Identifier.optional(),
  display: text.optional(),
});
export const Quantity = z.object({
  value: z.number().optional(),
  comparator: z.enum(['<', '<=', '>=', '>']).optional(),
  unit: text.optional(),
  system: uri.optional(),
  code: code.optional(),
});
const Range = z.object({ low: Quantity.optional(), high: Quantity.optional() });
export const Annotation = z.object({
  authorReference: Reference.optional(),
  authorString: text.optional(),
  time: dateTime.optional(),
  text,
});
export const Attachment = z.object({
  contentType: code.optional(),
  language: code.optional(),
  url: uri.optional(),
  title: text.optional(),
  creation: dateTime.optional(),
});
const Ratio = z.object({ numerator: Quantity.optional(), denominator: Quantity.optional() });

/** `value[x]` of an observation. */
export const VALUES = {
  valueQuantity: Quantity.optional(),
  valueCodeableConcept: CodeableConcept.optional(),
  valueString: text.optional(),
  valueBoolean: z.boolean().optional(),
  valueInteger: z.number().int().optional(),
  valueRange: Range.optional(),
  valueRatio: Ratio.optional(),
  valueDateTime: dateTime.optional(),
  valuePeriod: Period.optional(),
};
export const ONSET = {
  onsetDateTime: dateTime.optional(),
  onsetPeriod: Period.optional(),
  onsetRange: Range.optional(),
  onsetString: text.optional(),
};
export const ABATEMENT = {
  abatementDateTime: dateTime.optional(),
  abatementPeriod: Period.optional(),
  abatementRange: Range.optional(),
  abatementString: text.optional(),
};

/** Of several elements that are one (`value[x]`), one at the most. */
export function atMostOne(names: readonly string[]) {
  return (value: Record<string, unknown>): boolean => names.filter((name) => value[name] !== undefined).length < 2;
}

export const identifiers = list(Identifier).optional();
export const concepts = list(CodeableConcept).optional();
export const references = list(Reference).optional();
export const notes = list(Annotation).optional();

import { z } from 'zod';

/** An extension of FHIR R4: its address, and a value or more extensions. */
export type Extension = {
  url: string;
  valueString?: string | undefined;
  valueCode?: string | undefined;
  valueBoolean?: boolean | undefined;
  valueInteger?: number | undefined;
  valueDecimal?: number | undefined;
  valueCoding?: Coding | undefined;
  extension?: Extension[] | undefined;
  [other: string]: unknown;
};
export const Extension: z.ZodType<Extension> = z.looseObject({
  url: z.string().max(500),
  valueString: z.string().optional(),
  valueCode: z.string().optional(),
  valueBoolean: z.boolean().optional(),
  valueInteger: z.number().optional(),
  valueDecimal: z.number().optional(),
  get valueCoding() {
    return Coding.optional();
  },
  get extension() {
    return z.array(Extension).optional();
  },
});

/** The extensions of a text: its translations. */
export const Beside = z.looseObject({ extension: z.array(Extension).optional() });
export type Beside = z.infer<typeof Beside>;

export const Coding = z.looseObject({
  system: z.string().max(500).optional(),
  code: z.string().max(500).optional(),
  display: z.string().optional(),
  _display: Beside.optional(),
});
export type Coding = z.infer<typeof Coding>;

const AnswerOption = z.looseObject({
  valueCoding: Coding.optional(),
  valueString: z.string().optional(),
  valueInteger: z.number().optional(),
  valueDate: z.string().optional(),
  extension: z.array(Extension).optional(),
});
export type AnswerOption = z.infer<typeof AnswerOption>;

export const EnableWhen = z.looseObject({
  question: z.string(),
  operator: z.enum(['exists', '=', '!=', '>', '<', '>=', '<=']),
  answerBoolean: z.boolean().optional(),
  answerDecimal: z.number().optional(),
  answerInteger: z.number().optional(),
  answerDate: z.string().optional(),
  answerString: z.string().optional(),
  answerCoding: Coding.optional(),
});
export type EnableWhen = z.infer<typeof EnableWhen>;

/** What an item of a Questionnaire says; what else stands in it is kept to be reported. */
export type Item = {
  linkId: string;
  type: string;
  text?: string | undefined;
  _text?: Beside | undefined;
  code?: Coding[] | undefined;
  required?: boolean | undefined;
  repeats?: boolean | undefined;
  readOnly?: boolean | undefined;
  maxLength?: number | undefined;
  answerOption?: AnswerOption[] | undefined;
  enableWhen?: EnableWhen[] | undefined;
  enableBehavior?: 'all' | 'any' | undefined;
  extension?: Extension[] | undefined;
  item?: Item[] | undefined;
  [other: string]: unknown;
};
export const Item: z.ZodType<Item> = z.looseObject({
  linkId: z.string().min(1).max(500),
  type: z.string().max(50),
  text: z.string().optional(),
  _text: Beside.optional(),
  code: z.array(Coding).optional(),
  required: z.boolean().optional(),
  repeats: z.boolean().optional(),
  readOnly: z.boolean().optional(),
  maxLength: z.number().int().optional(),
  answerOption: z.array(AnswerOption).optional(),
  enableWhen: z.array(EnableWhen).optional(),
  enableBehavior: z.enum(['all', 'any']).optional(),
  extension: z.array(Extension).optional(),
  get item() {
    return z.array(Item).optional();
  },
});

/** A Questionnaire of FHIR R4, as far as forms here go. */
export const Questionnaire = z.looseObject({
  resourceType: z.literal('Questionnaire'),
  id: z.string().max(200).optional(),
  url: z.string().max(500).optional(),
  name: z.string().max(300).optional(),
  title: z.string().optional(),
  _title: Beside.optional(),
  language: z.string().max(50).optional(),
  status: z.string().max(30),
  copyright: z.string().optional(),
  code: z.array(Coding).optional(),
  extension: z.array(Extension).optional(),
  item: z.array(Item).default([]),
});
export type Questionnaire = z.infer<typeof Questionnaire>;

import { Locale, LocalizedText } from '@qantara/kernel';
import { z } from 'zod';
import { FormName } from './form.ts';

/** The files that a form can come in and go out as; `xlsform_csv` is a zip of the three sheets. */
export const ExchangeFormat = z.enum(['xlsform', 'xlsform_csv', 'fhir_questionnaire']);
export type ExchangeFormat = z.infer<typeof ExchangeFormat>;

/** What became of something that is called otherwise, or is not there, on the other side. */
export const ExchangeCode = z.enum([
  'appearance_left_out',
  'check_message_added',
  'checks_joined',
  'checks_left_out',
  'choice_code_changed',
  'choices_elsewhere',
  'choices_filtered',
  'column_left_out',
  'condition_left_out',
  'copyright_said',
  'decline_left_out',
  'decline_recognised',
  'element_left_out',
  'ends_left_out',
  'entries_counted',
  'findings_left_out',
  'expression_unreadable',
  'formula_left_out',
  'formula_unreadable',
  'group_flattened',
  'group_in_group',
  'group_unbalanced',
  'initial_left_out',
  'label_missing',
  'language_merged',
  'language_unknown',
  'metadata_left_out',
  'ok_compared',
  'other_added',
  'place_as_point',
  'renamed',
  'required_sometimes',
  'setting_left_out',
  'text_needed',
  'text_not_matched',
  'too_many',
  'translation_unofficial',
  'type_changed',
  'type_unknown',
  'unit_left_out',
]);
export type ExchangeCode = z.infer<typeof ExchangeCode>;

/** One line of the report: what became of what, and where it stands in the file. */
export const ExchangeNotice = z.object({
  code: ExchangeCode,
  /** The question's code here. */
  question: z.string().max(60).nullable(),
  /** In a spreadsheet its sheet, row and column; of a FHIR item its linkId in place of the row. */
  sheet: z.string().max(100).nullable(),
  row: z.number().int().nullable(),
  column: z.string().max(200).nullable(),
  word: z.string().max(300).nullable(),
  /** Somebody must decide before the form can be published. */
  isOpen: z.boolean(),
});
export type ExchangeNotice = z.infer<typeof ExchangeNotice>;

/** Where a version came from, and what could not be carried. */
export const BroughtFrom = z.object({
  format: ExchangeFormat.nullable(),
  fileName: z.string().max(200),
  notices: z.array(ExchangeNotice).max(3000),
});
export type BroughtFrom = z.infer<typeof BroughtFrom>;

/** The largest file of a form that is taken, and as text of base 64. */
export const MOST_FORM_FILE = 5_000_000;
const content = z.base64().max(Math.ceil(MOST_FORM_FILE / 3) * 4 + 4);

/** A file with a form in it. Its texts without a language are taken to be in `language`. */
export const FormFile = z.object({ fileName: z.string().min(1).max(200), content, language: Locale.default('ar') });
export type FormFile = z.infer<typeof FormFile>;

/** What is sent out: a file by its name and kind, and what it does not hold. */
export const WrittenFile = z.object({
  fileName: z.string(),
  mediaType: z.string(),
  content: z.base64(),
  notices: z.array(ExchangeNotice),
});
export type WrittenFile = z.infer<typeof WrittenFile>;

/** An instrument that others made and that comes with the program: its codes, and its words where they may be given on. */
export const Instrument = z.object({ code: FormName, title: LocalizedText, note: LocalizedText });
export type Instrument = z.infer<typeof Instrument>;

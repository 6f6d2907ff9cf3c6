import { strToU8, zipSync } from 'fflate';
import { csvLine, refuse, type Locale } from '@qantara/kernel';
import { writeWorkbook } from '@qantara/platform';
import type { ExchangeFormat, ExchangeNotice, WrittenFile } from '../../contract/index.ts';
import { writeQuestionnaire, writeXlsform, type SentForm } from '../../domain/index.ts';
import { findVersion } from '../form-store.ts';
import type { FormsCtx } from '../write-form.ts';

type Written = { ending: string; mediaType: string; bytes: Uint8Array; notices: ExchangeNotice[] };

/** A mark lets spreadsheets read Arabic and accents as they are. */
const MARK = '\uFEFF';

function asWorkbook(form: SentForm, language: Locale): Written {
  const { sheets, notices } = writeXlsform(form, language);
  const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { ending: 'xlsx', mediaType, bytes: writeWorkbook(sheets), notices };
}

function asTables(form: SentForm, language: Locale): Written {
  const { sheets, notices } = writeXlsform(form, language);
  const files = sheets.map(({ name, rows }) => [`${name}.csv`, strToU8(MARK + rows.map(csvLine).join(''))] as const);
  const bytes = zipSync(Object.fromEntries(files), { mtime: new Date('2020-01-01T00:00:00Z') });
  return { ending: 'zip', mediaType: 'application/zip', bytes, notices };
}

function asQuestionnaire(form: SentForm, language: Locale): Written {
  const { questionnaire, notices } = writeQuestionnaire(form, language);
  const text = `${JSON.stringify(questionnaire, null, 2)}\n`;
  return { ending: 'json', mediaType: 'application/fhir+json', bytes: strToU8(text), notices };
}

const WRITERS: Record<ExchangeFormat, (form: SentForm, language: Locale) => Written> = {
  xlsform: asWorkbook,
  xlsform_csv: asTables,
  fhir_questionnaire: asQuestionnaire,
};

/** A version of a form as a file for other programs, and what that file does not hold. */
export async function exportForm(
  ctx: FormsCtx,
  given: { formCode: string; version: number; format: ExchangeFormat; language: Locale },
): Promise<WrittenFile> {
  const form =
    (await findVersion(ctx.db, { code: given.formCode, version: given.version })) ?? refuse('form_not_found');
  const { ending, mediaType, bytes, notices } = WRITERS[given.format](form, given.language);
  const fileName = `${form.code}-v${form.version}.${ending}`;
  return { fileName, mediaType, content: Buffer.from(bytes).toString('base64'), notices };
}

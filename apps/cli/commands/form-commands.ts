import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ExchangeFormat, ExchangeNotice } from '@qantara/forms/contract';
import { exportFormFile, findForm, importFormFile } from '@qantara/forms/server';
import { Locale } from '@qantara/kernel';
import { Misused, type Command, type Say } from '../command.ts';
import { atConsole } from './at-console.ts';

function languageIn({ language = 'ar' }: Record<string, string>): Locale {
  const known = Locale.safeParse(language);
  if (!known.success) throw new Misused('The language is ar, fr or en.');
  return known.data;
}

function tell(notices: readonly ExchangeNotice[], say: Say): void {
  for (const { code, question, sheet, row, column, word, isOpen } of notices) {
    const place = [sheet, row === null ? null : `row ${row}`, column].filter((part) => part !== null).join(', ');
    const about = question === null ? '' : ` ${question}`;
    say(
      `  ${isOpen ? '! ' : '  '}${code}${about}${place === '' ? '' : ` (${place})`}${word === null ? '' : `: ${word}`}`,
    );
  }
}

/** Brings a form from a file as a draft, and prints the report. */
export const importFormCommand: Command = {
  name: 'import form',
  takes: '<file>',
  does: 'bring in a form (XLSForm as XLSX or CSV in a zip, FHIR Questionnaire as JSON) as a draft; --language=ar|fr|en of texts without one',
  run: async ({ config, words: [path], options, say }) => {
    if (path === undefined) throw new Misused('Say the file to bring in.');
    const language = languageIn(options);
    const bytes = await readFile(path).catch(() => {
      throw new Misused(`The file ${path} cannot be read.`);
    });
    const form = await atConsole(config, (ctx) => importFormFile(ctx, { fileName: basename(path), bytes, language }));
    say(
      `${form.code} stands as a draft, version ${form.version}; ${form.faults.length} things are open: /en/forms/${form.code}/edit/report`,
    );
    tell(form.brought?.notices ?? [], say);
  },
};

const FORMATS: Record<string, ExchangeFormat> = { xlsx: 'xlsform', zip: 'xlsform_csv', json: 'fhir_questionnaire' };

/** Writes the version of a form that is asked into a file, and prints what the file does not hold. */
export const exportFormCommand: Command = {
  name: 'export form',
  takes: '<code> <file.xlsx|zip|json>',
  does: 'write a form as XLSForm (xlsx, or zip of CSV) or FHIR Questionnaire (json); --language=ar|fr|en for its main texts',
  run: async ({ config, words: [code, path], options, say }) => {
    const format = FORMATS[path?.split('.').at(-1) ?? ''];
    if (code === undefined || path === undefined || format === undefined)
      throw new Misused('Say the code of the form, and the file to write: .xlsx, .zip or .json.');
    const language = languageIn(options);
    const { bytes, notices } = await atConsole(config, async (ctx) => {
      const form = await findForm(ctx, code);
      if (form === undefined) throw new Misused(`No form ${code} is published.`);
      return exportFormFile(ctx, { formCode: code, version: form.version, format, language });
    });
    await writeFile(path, bytes);
    say(`The form is in ${path}.`);
    tell(notices, say);
  },
};

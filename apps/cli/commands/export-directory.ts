import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Locale } from '@qantara/kernel';
import { exportThrough, type ExportFile } from '@qantara/hsds/server';
import { createExecutor, openRegion, vaultOf } from '@qantara/platform';
import { Misused, type Command } from '../command.ts';

/** What each form is called at a terminal. */
const FORMS: Record<string, ExportFile> = {
  hsds: 'hsds.zip',
  json: 'directory.json',
  ndjson: 'services.ndjson',
  csv: 'services.csv',
  xlsx: 'directory.xlsx',
};

/** Writes the directory, as anybody may have it, into one file: whole, or not at all. */
export const exportDirectoryCommand: Command = {
  name: 'export',
  takes: '<hsds|json|ndjson|csv|xlsx> <file>',
  does: 'write the directory into a file; --language=ar|fr|en for its main texts',
  run: async ({ config, words, options, say }) => {
    const [form = '', path] = words;
    const file = FORMS[form];
    const language = Locale.safeParse(options['language'] ?? 'ar');
    if (file === undefined || path === undefined)
      throw new Misused('Say hsds, json, ndjson, csv or xlsx, and the file to write.');
    if (!language.success) throw new Misused('The language is ar, fr or en.');
    const database = await openRegion(config);
    try {
      const home = { database, vault: vaultOf(config.secret), timeZone: config.region.timeZone };
      const pieces = exportThrough(createExecutor([], home), file, language.data);
      await pipeline(Readable.from(pieces, { objectMode: true }), createWriteStream(`${path}.part`));
      await rename(`${path}.part`, path);
      say(`The directory is in ${path}.`);
    } catch (fault) {
      await rm(`${path}.part`, { force: true });
      throw fault;
    } finally {
      await database.close();
    }
  },
};

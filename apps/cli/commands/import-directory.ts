import { readFile, writeFile } from 'node:fs/promises';
import { Mapping } from '@qantara/hsds/contract';
import { importPackage, suggestFor, type ImportOutcome } from '@qantara/hsds/server';
import { Locale } from '@qantara/kernel';
import { createExecutor, openRegion, vaultOf, type Config } from '@qantara/platform';
import { Misused, type Command, type Say } from '../command.ts';

const MOST_SHOWN = 40;

/** `import hsds <folder>`, as it was called first, is the same. */
function pathIn([first, second]: string[]): string {
  const path = first === 'hsds' && second !== undefined ? second : first;
  if (path === undefined) throw new Misused('Say the file or the folder to take in.');
  return path;
}

function languageIn({ language }: Record<string, string>): Locale | null {
  if (language === undefined) return null;
  const known = Locale.safeParse(language);
  if (!known.success) throw new Misused('The language is ar, fr or en.');
  return known.data;
}

async function mappingIn({ mapping: file }: Record<string, string>): Promise<Mapping | undefined> {
  if (file === undefined) return undefined;
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Misused(`The mapping ${file} cannot be read.`);
  });
  try {
    return Mapping.parse(JSON.parse(text));
  } catch {
    throw new Misused(`${file} is no mapping: --suggest=${file} writes one to begin with.`);
  }
}

async function suggest(path: string, to: string, say: Say): Promise<void> {
  const mapping = await suggestFor(path);
  await writeFile(to, `${JSON.stringify(mapping, null, 2)}\n`);
  for (const { table, rows, columns } of mapping.tables) {
    const mapped = columns.filter(({ target }) => target !== null).length;
    say(`${table}: each row is ${rows}; ${mapped} of ${columns.length} columns mapped`);
  }
  say(`Look at ${to}, then import with --mapping=${to}.`);
}

function tellRefusals(refusals: ImportOutcome['refusals'], say: Say): void {
  for (const { file, row, field, code, value } of refusals.slice(0, MOST_SHOWN))
    say(`  ${file} row ${row}${field === null ? '' : `, ${field}`}: ${code}${value === null ? '' : ` (${value})`}`);
  if (refusals.length > MOST_SHOWN)
    say(`  … and ${refusals.length - MOST_SHOWN} more; the page /en/admin/imports has them all.`);
}

function tell({ import: taken, refusals }: ImportOutcome, say: Say): void {
  tellRefusals(refusals, say);
  if (taken.failure === 'import_unmapped')
    throw new Error(
      'Its columns are not known yet: --suggest=mapping.json writes what they probably are, to be looked at.',
    );
  if (taken.status === 'failed') throw new Error(`Nothing was saved: ${taken.failure ?? 'the import failed'}.`);
  for (const [object, { new: added, changed, same, ended }] of Object.entries(taken.counts ?? {}))
    say(`  ${object}: ${added} new, ${changed} changed, ${same} the same, ${ended} ended`);
  const { organisationsSaved, servicesSaved, locationsSaved, rowsRefused } = taken;
  const saved = `${organisationsSaved} organisations, ${servicesSaved} services, ${locationsSaved} places saved`;
  if (taken.status === 'checked') say(`Nothing is written yet: decide at /en/admin/imports/${taken.importId}.`);
  else say(`${saved}; ${rowsRefused} rows refused.`);
}

async function takeIn(config: Config, of: { path: string; options: Record<string, string>; say: Say }): Promise<void> {
  const { path, options, say } = of;
  const mapping = await mappingIn(options);
  const request = {
    path,
    language: languageIn(options),
    isTrial: options['trial'] === 'true',
    ...(options['source'] === undefined ? {} : { source: options['source'] }),
    ...(mapping === undefined ? {} : { mapping }),
  };
  const database = await openRegion(config);
  try {
    const executor = createExecutor([], { database, vault: vaultOf(config.secret), timeZone: config.region.timeZone });
    tell(await importPackage(executor, request, ({ step, rowsRead }) => say(`${step}: ${rowsRead} rows`)), say);
  } finally {
    await database.close();
  }
}

/** Takes a directory in, whatever kind of file it is in: whole, or not at all, with what was refused and why. */
export const importDirectoryCommand: Command = {
  name: 'import',
  takes: '<file or folder>',
  does: 'take in a directory (HSDS, JSON, CSV, XLSX); --source=name --language=ar|fr|en --trial --mapping=file.json --suggest=file.json',
  run: async ({ config, words, options, say }) => {
    const path = pathIn(words);
    const { suggest: to } = options;
    await (to === undefined ? takeIn(config, { path, options, say }) : suggest(path, to, say));
  },
};

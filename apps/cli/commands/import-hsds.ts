import { importPackage } from '@qantara/hsds/server';
import { createExecutor, openRegion, vaultOf } from '@qantara/platform';
import { Misused, type Command } from '../command.ts';

const MOST_SHOWN = 40;

/** Takes a directory in from a folder or a zip: whole, or not at all, with what was refused and why. */
export const importHsdsCommand: Command = {
  name: 'import hsds',
  takes: '<folder or zip>',
  does: 'take in a directory (HSDS 1.1, 2.0 or 3.x); --source=name --language=ar|fr|en',
  run: async ({ config, words, options, say }) => {
    const [path] = words;
    if (path === undefined) throw new Misused('Say the folder or the zip to take in.');
    const database = await openRegion(config);
    try {
      const home = { database, vault: vaultOf(config.secret), timeZone: config.region.timeZone };
      const executor = createExecutor([], home);
      const done = await importPackage(executor, { path, ...options }, ({ step, rowsRead }) =>
        say(`${step}: ${rowsRead} rows`),
      );
      const { import: taken, refusals } = done;
      for (const refusal of refusals.slice(0, MOST_SHOWN))
        say(
          `  ${refusal.file} row ${refusal.row}${refusal.field === null ? '' : `, ${refusal.field}`}: ${refusal.code}${refusal.value === null ? '' : ` (${refusal.value})`}`,
        );
      if (refusals.length > MOST_SHOWN)
        say(`  … and ${refusals.length - MOST_SHOWN} more; the page /en/admin/imports has them all.`);
      if (taken.status === 'failed') throw new Error(`Nothing was saved: ${taken.failure ?? 'the import failed'}.`);
      say(
        `${taken.organisationsSaved} organisations, ${taken.servicesSaved} services, ${taken.locationsSaved} places saved; ${taken.rowsRefused} rows refused.`,
      );
    } finally {
      await database.close();
    }
  },
};

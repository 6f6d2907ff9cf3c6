import { writeOpenData } from '@qantara/opendata/server';
import { ALONE, createExecutor, openRegion, vaultOf } from '@qantara/platform';
import { Misused, type Command } from '../command.ts';
import { using } from './using.ts';

/** Writes the catalogue and every file that everybody may take away into a folder, for a site of open data elsewhere. */
export const openDataCommand: Command = {
  name: 'opendata',
  takes: '<folder>',
  does: 'write the open data into a folder: catalogue, tables with their descriptions, plans',
  run: async ({ config, words: [folder], say }) => {
    if (folder === undefined) throw new Misused('Say the folder to write into.');
    await using(openRegion(config), async (database) => {
      const { timeZone } = config.region;
      const home = {
        database,
        vault: vaultOf(config.secret),
        timeZone,
        outside: { ...ALONE, address: config.outside.address },
      };
      const written = await writeOpenData(createExecutor([], home), folder);
      say(`${written} files are in ${folder}.`);
    });
  },
};

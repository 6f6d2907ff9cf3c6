import {
  backupTo,
  MIGRATIONS,
  moveTo,
  openDatabase,
  openDatabaseOf,
  openRegion,
  restoreFrom,
  type Config,
} from '@qantara/platform';
import { Misused, type Command } from '../command.ts';
import { auditCommands } from './audit-commands.ts';
import { bringFilesBack, takeFilesAlong } from './files-of-backup.ts';
import { using } from './using.ts';

function needs(word: string | undefined, what: string): string {
  if (word === undefined) throw new Misused(`Say ${what}.`);
  return word;
}

function rowsOf(tables: { rows: number }[]): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return `${tables.length} tables, ${rows} rows`;
}

const migrateCommand: Command = {
  name: 'migrate',
  takes: '',
  does: 'bring the database to this version (the server does it too, when it starts)',
  run: ({ config, say }) => using(openRegion(config), async () => say('The database is at this version.')),
};

const backupCommand: Command = {
  name: 'backup',
  takes: '<file>',
  does: 'write the whole region to one file, while it runs on a server or is stopped',
  run: async ({ config, words, say }) => {
    const file = needs(words[0], 'the file to write, such as sabil-2026-11-22.qantara');
    await using(openDatabaseOf(config), async (database) => {
      const { bytes } = await backupTo(database, file);
      say(`${file}: ${Math.ceil(bytes / 1024)} KB. It is not encrypted: keep it as you keep the data.`);
    });
    await takeFilesAlong(config, { file, say });
  },
};

const restoreCommand: Command = {
  name: 'restore',
  takes: '<file>',
  does: 'put a backup into an empty database',
  run: async ({ config, words, say }) => {
    const file = needs(words[0], 'the backup to read');
    await using(openDatabaseOf(config), async (database) => {
      const { tables } = await restoreFrom(database, file, MIGRATIONS);
      say(`Restored and compared: ${rowsOf(tables)}.`);
    });
    await bringFilesBack(config, { file, say });
  },
};

async function move(config: Config, url: string): Promise<string> {
  if (config.databaseUrl !== null)
    throw new Misused('DATABASE_URL is set: move carries the embedded region, so leave it out.');
  return using(openDatabaseOf(config), (source) =>
    using(openDatabase({ url, dataFolder: config.dataFolder }), async (target) => {
      const { tables } = await moveTo(source, target, MIGRATIONS);
      return rowsOf(tables);
    }),
  );
}

const moveCommand: Command = {
  name: 'move',
  takes: '<postgres address>',
  does: 'carry the embedded region to a PostgreSQL server; stop Qantara first',
  run: async ({ config, words, say }) => {
    const moved = await move(config, needs(words[0], 'where to: postgres://user:password@host:5432/name'));
    say(`Moved and compared: ${moved}. The embedded region is as it was.`);
    say(`Start Qantara with DATABASE_URL, and with QANTARA_SECRET set to the contents of ${config.dataFolder}/secret.`);
  },
};

/** The commands about the database as a whole. */
export const storeCommands: Command[] = [migrateCommand, backupCommand, restoreCommand, moveCommand, ...auditCommands];

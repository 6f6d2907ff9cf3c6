import { parseArgs } from 'node:util';
import { readConfig } from '@qantara/platform';
import { Misused, type Command } from './command.ts';
import { checkHsdsCommand } from './commands/check-hsds.ts';
import { createAdminCommand } from './commands/create-admin.ts';
import { exportDirectoryCommand } from './commands/export-directory.ts';
import { exportFormCommand, importFormCommand } from './commands/form-commands.ts';
import { importDirectoryCommand } from './commands/import-directory.ts';
import { programKeysCommand, programTokenCommand } from './commands/program-commands.ts';
import { openDataCommand } from './commands/open-data.ts';
import { recoverAccountCommand } from './commands/recover-account.ts';
import { storeCommands } from './commands/store-commands.ts';

const COMMANDS: Command[] = [
  importFormCommand,
  exportFormCommand,
  importDirectoryCommand,
  exportDirectoryCommand,
  openDataCommand,
  checkHsdsCommand,
  createAdminCommand,
  recoverAccountCommand,
  programKeysCommand,
  programTokenCommand,
  ...storeCommands,
];

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function list(): void {
  say('npm run qantara -- <command>\n');
  for (const { name, takes, does } of COMMANDS) say(`  ${`${name} ${takes}`.padEnd(34)} ${does}`);
}

function find(words: string[]): { command: Command; rest: string[] } | undefined {
  for (const command of COMMANDS) {
    const name = command.name.split(' ');
    if (name.every((word, index) => words[index] === word)) return { command, rest: words.slice(name.length) };
  }
  return undefined;
}

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      language: { type: 'string' },
      source: { type: 'string' },
      mapping: { type: 'string' },
      checkpoints: { type: 'string' },
      key: { type: 'string' },
      suggest: { type: 'string' },
      trial: { type: 'boolean' },
      json: { type: 'boolean' },
      strict: { type: 'boolean' },
    },
  });
  const found = find(positionals);
  if (found === undefined) {
    list();
    return positionals.length === 0 ? 0 : 2;
  }
  await found.command.run({
    config: readConfig(process.env),
    words: found.rest,
    options: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)])),
    say,
  });
  return 0;
}

try {
  process.exitCode = await main();
} catch (fault) {
  const error = fault instanceof Error ? fault : new Error(String(fault));
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error instanceof Misused ? 2 : 1;
}

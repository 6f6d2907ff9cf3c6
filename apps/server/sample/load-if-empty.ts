import { createExecutor, filesOf, vaultOf, type Config, type Database } from '@qantara/platform';
import { modules } from '../modules.ts';
import { loadBasics } from './load-basics.ts';
import { writeSampleKeys } from './staff/load-programs.ts';
import { loadSample } from './load-sample.ts';
import { seeds } from './read-seed.ts';
import { regionState } from './region-state.ts';

/** An empty database gets what every region starts with, and the invented region where it is asked for. */
export async function loadIfEmpty(database: Database, config: Config, say: (line: string) => void): Promise<void> {
  const state = await regionState(database);
  if (state.hasNeeds) return;
  const home = {
    database,
    vault: vaultOf(config.secret),
    files: filesOf(config.files),
    timeZone: config.region.timeZone,
  };
  const executor = createExecutor(modules, home);
  // A directory that was taken in first is somebody's real one: nothing is invented beside it.
  if (!config.loadsSample || state.hasOrganisations) return executor.asSystem(loadBasics);
  say('Loading the sample region: 30 organisations, 120 services, 400 people, 900 referrals …');
  const began = performance.now();
  writeSampleKeys(config.dataFolder, await loadSample(executor, database));
  say(`The sample region is there (${Math.round((performance.now() - began) / 1000)} s).`);
}

/** The invented accounts, as the first page of the README lists them. */
export function printSampleAccounts(say: (line: string) => void): void {
  const { password, resident, accounts } = seeds.accounts();
  say(`\nAccounts of the sample region, all with the password ${password}`);
  say('(the second-factor code is shown on the page, in the sample region only):');
  for (const { role, email } of accounts) say(`  ${role.padEnd(18)} ${email}`);
  const { holder, waiting } = seeds.roles();
  say(`  ${'composed role'.padEnd(18)} ${holder.email}`);
  say(`  ${'role that waits'.padEnd(18)} ${waiting.email}`);
  say(`  ${'a resident'.padEnd(18)} ${resident}, at /ar/follow`);
}

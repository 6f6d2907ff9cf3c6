import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { isMainModule, ROOT } from './reading/root.ts';

const UNIT = ['packages', 'modules', 'apps', 'tools'].map((folder) => `${folder}/**/*.test.ts`);
const JOURNEYS = ['e2e/**/*.test.ts'];

/** What runs against the database; the same files run once more on a PostgreSQL server. */
const DATABASE = ['packages/platform/**/*.test.ts', 'modules/*/server/**/*.test.ts', 'apps/server/**/*.test.ts'];

const SETS: Record<string, string[][]> = {
  all: [UNIT, JOURNEYS],
  unit: [UNIT],
  journeys: [JOURNEYS],
  database: [DATABASE],
};

function testFiles(patterns: string[]): string[] {
  return globSync(patterns, { cwd: ROOT, exclude: (name) => name === 'node_modules' }).toSorted();
}

/** Runs the tests of these patterns, and says whether all passed. */
export function runTests(patterns: string[], reporter = 'spec'): boolean {
  const files = testFiles(patterns);
  if (files.length === 0) {
    console.error(`No test is called ${patterns.join(' or ')}.`);
    return Object.values(SETS).some((set) => set.includes(patterns));
  }
  // A browser and a server each: journeys side by side would only slow each other down.
  const atOnce = patterns === JOURNEYS ? ['--test-concurrency=2'] : [];
  const flags = ['--test', `--test-reporter=${reporter}`, ...atOnce, ...files];
  return spawnSync(process.execPath, flags, { cwd: ROOT, stdio: 'inherit' }).status === 0;
}

/** Runs a named set, every part of it even after a failure. */
export function runSet(name: string, reporter?: string): boolean {
  const parts = SETS[name] ?? [[name]];
  return parts.map((patterns) => runTests(patterns, reporter)).every(Boolean);
}

if (isMainModule(import.meta.url)) process.exitCode = runSet(process.argv[2] ?? 'all') ? 0 : 1;

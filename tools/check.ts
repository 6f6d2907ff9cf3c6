import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { checkArchitecture } from './check-architecture.ts';
import { checkDocs } from './check-docs.ts';
import { checkMarkup } from './check-markup.ts';
import { checkMessages } from './check-messages.ts';
import { checkSuppressions } from './check-suppressions.ts';
import { checkGenerated } from './generate.ts';
import { report, type Complaint } from './reading/complaint.ts';
import { isMainModule, ROOT } from './reading/root.ts';
import { readJson } from './reading/tree.ts';
import { runSet } from './run-tests.ts';

type Step = { name: string; run: () => boolean | Promise<boolean> };

/** The steps of the check, quickest first; `npm run check -- lint messages` runs those alone. */
const STEPS: Step[] = [
  { name: 'format', run: () => runTool('oxfmt', ['--check', '.']) },
  { name: 'lint', run: () => runTool('oxlint', ['--type-aware', '--deny-warnings', '--quiet']) },
  { name: 'types', run: () => runTool('typescript', ['--noEmit'], 'tsc') },
  { name: 'architecture', run: () => wall(checkArchitecture) },
  { name: 'suppressions', run: () => wall(checkSuppressions) },
  { name: 'markup', run: () => wall(checkMarkup) },
  { name: 'messages', run: () => wall(checkMessages) },
  { name: 'docs', run: () => wall(checkDocs) },
  { name: 'generated', run: () => wall(checkGenerated) },
  { name: 'tests', run: () => runSet('unit', 'dot') },
];

// Started with this Node and not through a shell, so that it works the same on every system.
function runTool(library: string, flags: string[], command = library): boolean {
  const folder = join('node_modules', library);
  const bin = readJson<{ bin?: string | Record<string, string> }>(ROOT, `${folder}/package.json`)?.bin;
  const program = typeof bin === 'string' ? bin : bin?.[command];
  if (program === undefined) throw new Error(`${library} is not installed`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, program), ...flags], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) console.error(`${stdout}${stderr}`.trimEnd());
  return status === 0;
}

async function wall(check: (root: string) => Complaint[] | Promise<Complaint[]>): Promise<boolean> {
  return report(await check(ROOT));
}

/** Runs the steps of these names, or all; every step, even after one that failed. */
async function check(names: string[]): Promise<boolean> {
  const failed: string[] = [];
  for (const { name, run } of STEPS.filter((step) => names.length === 0 || names.includes(step.name))) {
    const start = performance.now();
    const passed = await attempt(run);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${passed ? 'ok    ' : 'FAILED'} ${name.padEnd(13)} ${seconds.padStart(5)} s`);
    if (!passed) failed.push(name);
  }
  console.log(failed.length === 0 ? 'All is well.' : `Failed: ${failed.join(', ')}.`);
  return failed.length === 0;
}

async function attempt(run: Step['run']): Promise<boolean> {
  try {
    return await run();
  } catch (error) {
    console.error(error);
    return false;
  }
}

if (isMainModule(import.meta.url)) process.exitCode = (await check(process.argv.slice(2))) ? 0 : 1;

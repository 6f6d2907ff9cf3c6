import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { pagesIn } from '../stage/pages-of-modules.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { allRoutes } from '../stage/routes-of-modules.ts';
import { lookEverywhere, type LeavingFile, type Seen } from './look-for-script.ts';
import { writeEverywhere, type Written } from './write-everywhere.ts';

const region = regionUnderTest();

/** Where whatever of the attacker's is alive would call: the server by an import or an address, or somebody's browser. */
let listener: Server;
const called: string[] = [];
before(async () => {
  listener = createServer((request, response) => {
    called.push(request.url ?? '');
    response.end();
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
});
after(() => listener.close());

const WORKERS = ['salma', 'food', 'planner', 'inspector', 'librarian', 'privacy', 'admin'].map(
  (name) => `${name}@sabil.example`,
);
const MARKER = 'zqx';

/** Runs in a spreadsheet, in a page, in an attribute, in an address, in a template, and turns the direction of what follows. */
function attackOf(most: number): string {
  const at = `127.0.0.1:${(listener.address() as AddressInfo).port}`;
  const whole = `=${MARKER}\u2069\u202E"><img src=x onerror=window.__ran=1><script src=//${at}/s></script>'\`\${7*7}{{7*7}}</textarea></title><svg onload=window.__ran=1>`;
  const shorter = [
    whole,
    `=${MARKER}\u2069\u202E"><img src=x onerror=__ran=1>`,
    `=${MARKER}\u2069\u202E"><a b=`,
    `=${MARKER}\u2069\u202E<`,
    '=<',
  ];
  return shorter.find((text) => text.length <= most) ?? '=';
}

const written: Written[] = [];
const seen: Seen[] = [];
const files: LeavingFile[] = [];

describe('whoever writes script into every text there is', () => {
  test('it is refused in words or kept as text, and the server asks nobody', async (t) => {
    const routes = await allRoutes();
    for (const email of WORKERS) {
      const colleague = await region.colleague(email, 'en');
      written.push(...(await writeEverywhere(colleague, routes, attackOf)));
      await colleague.leave();
    }
    const anyone = await region.visitor({ locale: 'en' });
    written.push(...(await writeEverywhere(anyone, routes, attackOf)));
    await anyone.leave();
    const places = new Set(written.map(({ path, place }) => `${path} ${place}`));
    const paths = new Set(written.map(({ path }) => path));
    t.diagnostic(`${places.size} texts of ${paths.size} routes were kept: ${[...paths].join(', ')}`);
    assert.ok(places.size > 60, `${places.size} texts were kept`);
    assert.deepEqual(called, []);
  });

  test('wherever it is shown nothing of it runs, nothing leads to it, and no line around it is turned', async (t) => {
    const fixed = async (shell: 'staff' | 'public') =>
      (await pagesIn(shell)).filter((path) => !path.includes(':')).map((path) => `/en/${path}`);
    const [staff, open] = [await fixed('staff'), await fixed('public')];
    for (const email of WORKERS) {
      const colleague = await region.colleague(email, 'en');
      const isFirst = email === WORKERS[0];
      const begin = isFirst ? [...staff, ...open] : staff;
      const given = { marker: MARKER, printed: region.printed, most: isFirst ? 2 : 1 };
      const found = await lookEverywhere(colleague, ['/en/work', ...begin], given);
      seen.push(...found.seen);
      files.push(...found.files);
      await colleague.leave();
    }
    t.diagnostic(`${seen.length} pages were opened, ${seen.filter(({ shows }) => shows > 0).length} show it`);
    assert.ok(seen.filter(({ shows }) => shows > 0).length > 30);
    const faults = seen.flatMap(({ path, faults: told }) => told.map((fault) => `${path}: ${fault}`));
    assert.deepEqual([...new Set(faults)], []);
    assert.deepEqual(called, []);
  });

  test('in every file that leaves it is a word in a cell, and no formula', () => {
    const tables = files.filter(({ path, text }) => /\.csv(?:\?|$)/.test(path) && text !== '');
    assert.ok(tables.length > 0);
    for (const { path, text } of tables) {
      const cells = (parse(text, { bom: true, relax_column_count: true }) as string[][]).flat();
      const running = cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && Number.isNaN(Number(cell)));
      assert.deepEqual(running, [], path);
    }
  });
});

import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportReport, PackageReader, READING_ORDER } from '../modules/hsds/domain/index.ts';
import { openPackage } from '../modules/hsds/server/reading/open-package.ts';
import { readPath } from '../modules/hsds/server/reading/read-files.ts';
import { knownId } from './known-id.ts';

const MEGABYTES = Number(process.argv[2] ?? 190);
const TEXT = 'A place to go to for help. '.repeat(40);

/** A service with what is nested in it, as the interface of another directory gives it: three kilobytes. */
function serviceOf(n: number): string {
  const organization = { id: knownId(`organization ${n >> 2}`), name: `Organisation ${n >> 2}`, description: TEXT };
  const id = (object: string) => knownId(`${object} ${n}`);
  const location = {
    id: id('location'),
    location_type: 'physical',
    name: `House ${n}`,
    addresses: [{ id: id('address'), address_1: `${n} Long Street`, city: 'Harbour', address_type: 'physical' }],
  };
  return JSON.stringify({
    id: id('service'),
    name: `Service ${n}`,
    description: TEXT,
    status: 'active',
    organization,
    phones: [{ id: id('phone'), number: `+216 70 ${n}` }],
    schedules: [{ id: id('schedule'), freq: 'WEEKLY', byday: 'MO,TU', opens_at: '09:00', closes_at: '17:00' }],
    service_at_locations: [{ id: id('link'), location }],
  });
}

function writeList(path: string): number {
  const file = openSync(path, 'w');
  let [bytes, services] = [writeSync(file, '{"contents":['), 0];
  for (; bytes < MEGABYTES * 1e6; services += 1)
    bytes += writeSync(file, `${services === 0 ? '' : ','}${serviceOf(services)}`);
  writeSync(file, ']}');
  closeSync(file);
  return services;
}

/** How much memory the reading of a large JSON file takes, besides the file itself. */
async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'qantara-json-'));
  const path = join(folder, 'services.json');
  const services = writeList(path);
  const { files } = await readPath(path);
  const before = process.memoryUsage().rss;
  let [peak, rows] = [before, 0];
  const look = () => (peak = Math.max(peak, process.memoryUsage().rss));
  const start = performance.now();
  const report = new ImportReport();
  const { tables } = await openPackage({ files, report, language: 'en', mapping: null });
  for await (const _progress of tables?.prepare?.() ?? []) look();
  const prepared = performance.now();
  const reader = new PackageReader(report, 'en');
  for (const table of READING_ORDER)
    for await (const { row } of tables?.rows(table) ?? []) {
      rows += row === undefined ? 0 : reader.read(table, row).length;
      if (rows % 1000 === 0) look();
    }
  const seconds = (until: number, from: number) => ((until - from) / 1000).toFixed(1);
  process.stdout.write(
    `${MEGABYTES} MB of JSON, ${services} services, ${rows} rows: taken apart in ${seconds(prepared, start)} s, read in ${seconds(performance.now(), prepared)} s, ` +
      `${((peak - before) / 1e6).toFixed(0)} MB besides the file (${(peak / 1e6).toFixed(0)} MB in all)\n`,
  );
  rmSync(folder, { recursive: true, force: true });
}

await measure();

import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportReport, PackageReader, READING_ORDER } from '../modules/hsds/domain/index.ts';
import { openPackage } from '../modules/hsds/server/reading/open-package.ts';
import type { PackageTables } from '../modules/hsds/server/reading/package-tables.ts';
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

type Peak = { look: () => void; most: () => number };

function watched(): Peak {
  let peak = 0;
  return { look: () => (peak = Math.max(peak, process.memoryUsage().rss)), most: () => peak };
}

/** Reads every row as an import does, without a database. */
async function readAll(tables: PackageTables, report: ImportReport, { look }: Peak): Promise<number> {
  const reader = new PackageReader(report, 'en');
  let rows = 0;
  for (const table of READING_ORDER)
    for await (const { row } of tables.rows(table)) {
      rows += row === undefined ? 0 : reader.read(table, row).length;
      if (rows % 1000 === 0) look();
    }
  return rows;
}

const seconds = (until: number, from: number): string => ((until - from) / 1000).toFixed(1);

/** How much memory the reading of a large JSON file takes, besides the file itself. */
async function measure(path: string): Promise<void> {
  const services = writeList(path);
  const { files } = await readPath(path);
  const before = process.memoryUsage().rss;
  const peak = watched();
  const start = performance.now();
  const report = new ImportReport();
  const { tables } = await openPackage({ files, report, language: 'en', mapping: null });
  if (tables === undefined) throw new Error('no JSON');
  for await (const _progress of tables.prepare?.() ?? []) peak.look();
  const prepared = performance.now();
  const rows = await readAll(tables, report, peak);
  const ended = performance.now();
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
  process.stdout.write(
    `${MEGABYTES} MB of JSON, ${services} services, ${rows} rows: taken apart in ${seconds(prepared, start)} s, read in ${seconds(ended, prepared)} s, ` +
      `${megabytes(peak.most() - before)} besides the file (${megabytes(peak.most())} in all)\n`,
  );
}

const folder = mkdtempSync(join(tmpdir(), 'qantara-json-'));
try {
  await measure(join(folder, 'services.json'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

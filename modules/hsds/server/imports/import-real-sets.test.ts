import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { FoundServices, Service } from '@qantara/directory/contract';
import type { Mapping } from '../../contract/index.ts';
import { ImportReport, suggestMapping } from '../../domain/index.ts';
import { importPackage, type ImportOutcome } from '../index.ts';
import { callRoute, openTestRegion, type Region } from '../testing.ts';
import { loadColumnNames } from '../reading/column-names-file.ts';
import { describeTables, openTables } from '../reading/raw-tables.ts';
import { readPath } from '../reading/read-files.ts';

const DATA = new URL('../../../../../shared/data/', import.meta.url);
const pathOf = (name: string) => new URL(name, DATA).pathname;
const skip = (name: string) => (existsSync(pathOf(name)) ? false : `${name} is not beside this checkout`);

type Taken = ImportOutcome['import'];

let region: Region;

before(async () => {
  region = await openTestRegion();
});

after(() => region.database.close());

async function suggestedFor(name: string): Promise<Mapping> {
  const { files } = await readPath(pathOf(name));
  const tables = await describeTables(await openTables(files, new ImportReport()));
  return suggestMapping(tables, { names: await loadColumnNames(), saved: null });
}

/** A mapping with what a person says otherwise, by `table: column`. */
function corrected(
  mapping: Mapping,
  targets: Record<string, string | null>,
  organisation: string | null = null,
): Mapping {
  return {
    tables: mapping.tables.map((table) => ({
      ...table,
      organisation: table.rows === 'organization' ? null : organisation,
      columns: table.columns.map((column) => {
        const said = targets[`${table.table}: ${column.column}`];
        return said === undefined ? column : { ...column, target: said };
      }),
    })),
  };
}

async function open(words: string): Promise<Service> {
  const found = (await callRoute(region, 'GET /services', { input: { words } })).value as FoundServices;
  const input = { serviceId: found.items[0]?.serviceId };
  return (await callRoute(region, 'GET /services/:serviceId', { input })).value as Service;
}

const outcome = ({ status, organisationsSaved, locationsSaved, servicesSaved }: Taken) => [
  status,
  organisationsSaved,
  locationsSaved,
  servicesSaved,
];

const same = (counts: Record<string, number>) =>
  Object.fromEntries(
    Object.entries(counts).map(([object, count]) => [object, { new: 0, changed: 0, same: count, ended: 0 }]),
  );

function reasons(refusals: { file: string; code: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { file, code } of refusals) counts[`${file} ${code}`] = (counts[`${file} ${code}`] ?? 0) + 1;
  return counts;
}

test(
  'three tables of a legal aid directory are taken in by their column names, and again without a question',
  { skip: skip('florida') },
  async () => {
    const mapping = await suggestedFor('florida');
    const first = await importPackage(region.executor, { path: pathOf('florida'), source: 'florida', mapping });
    assert.deepEqual(outcome(first.import), ['done', 20, 378, 135]);
    assert.deepEqual([first.import.rowsRead, first.import.rowsRefused], [533, 0]);
    // A line whose cells have moved by one, and words where an address should be.
    assert.deepEqual(reasons(first.refusals), {
      'services.csv not_email': 1,
      'services.csv not_number': 1,
      'services.csv not_url': 1,
    });
    const again = await importPackage(region.executor, { path: pathOf('florida'), source: 'florida' });
    assert.deepEqual(again.import.counts, same({ organization: 20, location: 378, service: 135 }));
    const service = await open('Bay Pines');
    assert.equal(service.organisation.name.en, 'Bay Area Legal Services, Inc.');
    assert.equal(service.organisation.website, 'https://www.bals.org');
    assert.deepEqual([service.minimumAge, service.maximumAge], [0, null]);
    assert.match(service.areaNote?.en ?? '', /Pinellas County/);
  },
);

test(
  'a directory whose services name organisations that are not in it is taken in with one named for them',
  { skip: skip('legal-aid') },
  async () => {
    const mapping = corrected(
      await suggestedFor('legal-aid'),
      {
        'locations.csv: Field 2': 'location.name',
        'locations.csv: Location': null,
        'locations.csv: Services': 'location.service_ids',
        'services.csv: An individual must be one of these to qualify': 'service.eligibility_description',
        'services.csv: Flat fee description': 'service.fees_description',
        'services.csv: Process for applying by phone': 'service.application_process',
      },
      'Illinois Legal Aid Online',
    );
    const first = await importPackage(region.executor, { path: pathOf('legal-aid'), source: 'legal-aid', mapping });
    assert.deepEqual(outcome(first.import), ['done', 34, 557, 429]);
    assert.deepEqual(
      first.refusals.map(({ file, row, field, code }) => [file, row, field, code]),
      [
        ['services.csv', 431, 'service', 'required'],
        ['locations.csv', 35, 'Services', 'not_found'],
        ['locations.csv', 35, 'Counties', 'parent_refused'],
      ],
    );
    const again = await importPackage(region.executor, { path: pathOf('legal-aid'), source: 'legal-aid' });
    assert.deepEqual(again.import.counts, same({ organization: 34, location: 557, service: 429 }));
    const service = await open('North Lawndale');
    assert.deepEqual([service.places[0]?.latitude, service.places[0]?.longitude], [41.877445, -87.723846]);
    assert.match(
      service.applicationProcess?.en ?? '',
      /^Telephone\n\nWalk-in\nProcess for applying by phone: All clinics/,
    );
    assert.equal(service.areaNote?.en, 'Cook');
    const help = await open('Domestic Abuse in SW Illinois');
    assert.deepEqual(
      help.hours.map(({ weekday, opensAt, closesAt }) => [weekday, opensAt, closesAt]),
      [1, 2, 3, 4, 5].map((weekday) => [weekday, '09:00', '17:00']),
    );
  },
);

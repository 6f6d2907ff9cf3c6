import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { knownId } from './known-id.ts';

const HEADERS = {
  organizations: 'id,name,description,email,website',
  services:
    'id,organization_id,name,description,status,eligibility_description,minimum_age,maximum_age,assured_date,capacity_status',
  locations: 'id,location_type,organization_id,name,latitude,longitude',
  service_at_location: 'id,service_id,location_id',
  addresses: 'id,location_id,address_1,city,state_province,postal_code,country,address_type',
  phones: 'id,service_id,number,type',
  schedules: 'id,service_id,freq,byday,opens_at,closes_at',
  languages: 'id,service_id,name,code',
  service_areas: 'id,service_id,name',
  attributes: 'id,link_id,link_entity,taxonomy_term_id',
  taxonomy_terms: 'id,code,name,description',
};
type Table = keyof typeof HEADERS;

const id = (table: Table, n: number): string => knownId(`${table} ${n}`);

const TEXT =
  'A place to go to for help, advice and company. People who live nearby run it with volunteers; come as you are, nobody asks for papers.';

function rowsOf(n: number): [Table, unknown[]][] {
  const [service, location, organisation] = [
    id('services', n),
    id('locations', n),
    id('organizations', Math.floor(n / 4)),
  ];
  return [
    [
      'services',
      [
        service,
        organisation,
        `Service number ${n} of the quarter`,
        `${TEXT} ${n}`,
        'active',
        'Anyone',
        n % 18,
        99,
        '2026-03-01',
        'open',
      ],
    ],
    ['locations', [location, 'physical', organisation, `House ${n}`, 35 + (n % 997) / 500, 9 + (n % 883) / 500]],
    ['service_at_location', [id('service_at_location', n), service, location]],
    [
      'addresses',
      [id('addresses', n), location, `${n} Long Street`, 'Harbour', 'Sabil', 1000 + (n % 50), 'TN', 'physical'],
    ],
    ['phones', [id('phones', n), service, `+216 70 ${100000 + n}`, 'voice']],
    ['schedules', [id('schedules', n), service, 'WEEKLY', '"MO,TU,WE,TH,FR"', '09:00', '17:00']],
    ['languages', [id('languages', n), service, 'Arabic', 'ar']],
    ['service_areas', [id('service_areas', n), service, 'Harbour']],
    ['attributes', [id('attributes', n), service, 'service', id('taxonomy_terms', n % 20)]],
  ];
}

/** Writes an HSDS 3.1 package of this many services, nine rows each, and answers how many rows there are. */
export async function writePackage(folder: string, services: number): Promise<number> {
  mkdirSync(folder, { recursive: true });
  const files = Object.fromEntries(
    Object.entries(HEADERS).map(([table, header]) => {
      const file = createWriteStream(join(folder, `${table}.csv`));
      file.write(`${header}\n`);
      return [table, file];
    }),
  );
  let rows = 0;
  const write = async (table: Table, cells: unknown[]): Promise<void> => {
    rows += 1;
    const file = files[table];
    if (
      file !== undefined &&
      !file.write(
        `${cells.map((cell) => (/[ ,]/.test(String(cell)) && !String(cell).startsWith('"') ? `"${String(cell)}"` : cell)).join(',')}\n`,
      )
    )
      await once(file, 'drain');
  };
  for (let n = 0; n < 20; n += 1) await write('taxonomy_terms', [id('taxonomy_terms', n), `BD-${n}`, `Food ${n}`, 'x']);
  for (let n = 0; n < services; n += 1) {
    if (n % 4 === 0)
      await write('organizations', [
        id('organizations', n / 4),
        `Organisation ${n}`,
        TEXT,
        `o${n}@example.org`,
        'https://example.org',
      ]);
    for (const [table, cells] of rowsOf(n)) await write(table, cells);
  }
  await Promise.all(Object.values(files).map((file) => once(file.end(), 'finish')));
  return rows;
}

import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';

const COLUMNS = [
  'Organisation',
  'Organisation website',
  'Service',
  'Service (fr)',
  'Service (ar)',
  'Description',
  'Description (fr)',
  'Status',
  'Eligibility',
  'Ages',
  'Fees',
  'How to apply',
  'Category',
  'Languages',
  'Opening hours',
  'Phone',
  'Phone 2',
  'Fax',
  'Email',
  'Website',
  'Contact name',
  'Contact title',
  'Site name',
  'Address',
  'City',
  'Postcode',
  'Country',
  'Latitude',
  'Longitude',
  'Accessibility',
  'Area served',
  'Documents required',
  'Last updated',
  'Internal reference',
  'Parking',
  'Bus stop',
  'Remarks of the desk',
  'Volunteers',
];

const TEXT =
  'A place to go to for help, advice and company. People who live nearby run it with volunteers; come as you are, nobody asks for papers.';
const NEEDS = ['Food banks', 'Legal aid', 'Emergency shelter', 'Health clinics', 'Job search'];
const CITIES = ['Harbour', 'Old Town', 'Hill', 'North Quarter'];

function rowOf(n: number): (string | number)[] {
  const house = Math.floor(n / 4);
  return [
    `Organisation ${house}`,
    `https://o${house}.example.org`,
    `Service number ${n} of the quarter`,
    `Service numéro ${n} du quartier`,
    `الخدمة رقم ${n} في الحي`,
    `${TEXT} ${n}`,
    `Un lieu où trouver de l’aide, des conseils et de la compagnie, près de chez soi. ${n}`,
    'active',
    'Anyone who lives here',
    `${n % 18}-${60 + (n % 30)}`,
    n % 3 === 0 ? 'Free' : '5 EUR a visit',
    'Call or walk in',
    `${NEEDS[n % 5]}; ${NEEDS[(n + 2) % 5]}`,
    'Arabic; French; English',
    'Mon-Fri 9:00-12:30, 14:00-17:00; Sat 9:00-12:00',
    `+216 70 ${100000 + n}`,
    `+216 71 ${100000 + n}`,
    `+216 72 ${100000 + n}`,
    `s${n}@example.org`,
    `https://example.org/${n}`,
    `Person ${n}`,
    'Coordinator',
    `House ${n}`,
    `${n} Long Street`,
    CITIES[n % 4] ?? '',
    1000 + (n % 50),
    'TN',
    35 + (n % 997) / 500,
    9 + (n % 883) / 500,
    'Ramp; lift',
    CITIES[n % 4] ?? '',
    'Identity card; proof of address',
    '2026-03-01',
    `R-${n}`,
    n % 2 === 0 ? 'yes' : 'no',
    `Line ${n % 12}`,
    'Ask for the desk on the left',
    n % 40,
  ];
}

/** Writes a list as most regions have it: one line for each service with its organisation, its place and five columns of their own. */
export async function writeTable(folder: string, services: number): Promise<number> {
  mkdirSync(folder, { recursive: true });
  const file = createWriteStream(join(folder, 'list.csv'));
  const line = (cells: readonly (string | number)[]) =>
    `${cells.map((cell) => (/[",;]/.test(String(cell)) ? `"${String(cell)}"` : cell)).join(',')}\n`;
  file.write(line(COLUMNS));
  for (let n = 0; n < services; n += 1) if (!file.write(line(rowOf(n)))) await once(file, 'drain');
  await once(file.end(), 'finish');
  return services;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The same list as a workbook, its texts shared as Excel shares them. */
export async function writeWorkbook(folder: string, services: number): Promise<number> {
  mkdirSync(folder, { recursive: true });
  const strings = new Map<string, number>();
  const cell = (value: string | number) => {
    if (typeof value === 'number') return `<c><v>${value}</v></c>`;
    const at = strings.get(value) ?? strings.size;
    strings.set(value, at);
    return `<c t="s"><v>${at}</v></c>`;
  };
  const rows = [COLUMNS, ...Array.from({ length: services }, (_none, n) => rowOf(n))].map(
    (cells) => `<row>${cells.map(cell).join('')}</row>`,
  );
  const parts = {
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="List" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${[...strings.keys()].map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    'xl/styles.xml': '<styleSheet></styleSheet>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`,
  };
  const zip = zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
  const file = createWriteStream(join(folder, 'list.xlsx'));
  await once(file.end(zip), 'finish');
  return services;
}

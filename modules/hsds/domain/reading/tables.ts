import { OBJECTS, type ObjectName } from '@qantara/directory/domain';

/** One line of a table as it came: its number is the one a spreadsheet shows. */
export type TableRow = {
  file: string;
  row: number;
  cells: Readonly<Record<string, string>>;
  /** The columns that the values stood in, where they are called otherwise than here: reports name those. */
  columns?: Readonly<Record<string, string>>;
  /** What was typed, where it was read as something else before: reports tell that. */
  typed?: Readonly<Record<string, string>>;
};

/** The objects of HSDS 3.1, those of earlier versions that have no table of their own any more, and our translations. */
export type TableName = ObjectName | 'holiday_schedule' | 'eligibility' | 'payment_accepted' | 'translation';

/** The names under which each table's file goes besides HSDS 3.1's own: what people write, and what 2.0 and 1.1 called it. */
const OTHER_NAMES: Partial<Record<TableName, readonly string[]>> = {
  service_at_location: ['services_at_location', 'service_at_locations'],
  address: ['address', 'physical_addresses', 'physical_address', 'postal_addresses', 'postal_address'],
  schedule: ['regular_schedules', 'regular_schedule'],
  holiday_schedule: ['holiday_schedules', 'holiday_schedule'],
  accessibility: ['accessibility_for_disabilities'],
  service_capacity: ['service_capacities'],
  taxonomy_term: ['taxonomy'],
  attribute: [
    'service_attributes',
    'service_attribute',
    'other_attributes',
    'other_attribute',
    'services_taxonomy',
    'service_taxonomy',
  ],
  eligibility: ['eligibilities', 'eligibility'],
  payment_accepted: ['payments_accepted', 'payment_accepted'],
  url: ['urls'],
  funding: ['fundings'],
  translation: ['translations', 'translation'],
};

/** An order in which whatever a row belongs to has been read before it. */
export const READING_ORDER: readonly TableName[] = [
  'meta_table_description',
  'taxonomy',
  'taxonomy_term',
  'unit',
  'organization',
  'program',
  'service',
  'eligibility',
  'location',
  'service_at_location',
  'contact',
  'phone',
  'address',
  'schedule',
  'holiday_schedule',
  'service_area',
  'language',
  'accessibility',
  'required_document',
  'cost_option',
  'payment_accepted',
  'funding',
  'organization_identifier',
  'url',
  'service_capacity',
  'attribute',
  'metadata',
  'translation',
];

const TABLE_OF = new Map<string, TableName>([
  ...Object.keys(OBJECTS).map((object) => [object, object as ObjectName] as const),
  ...Object.entries(OBJECTS).map(([object, { file }]) => [file, object as ObjectName] as const),
  ...Object.entries(OTHER_NAMES).flatMap(([table, names]) => names.map((name) => [name, table as TableName] as const)),
]);

/** Which table a file holds, whatever the version of its name; undefined where it is none of ours. */
export function tableOf(fileName: string): TableName | undefined {
  return TABLE_OF.get(
    fileName
      .toLowerCase()
      .trim()
      .replace(/\.(?:csv|tsv|txt)$/, ''),
  );
}

/** Files that only 1.1 and 2.0 have. */
const OLD_FILES =
  /^(?:physical_address|postal_address|regular_schedule|holiday_schedule|accessibility_for_disabilities|services?_taxonomy|eligibility|payments?_accepted)/;
const ONLY_IN_2 = /^(?:service_attributes?|other_attributes?|service_taxonomy)\.csv$/;

/** The version of a package, told by the names of its files: few packages say it, and some say it wrongly. */
export function formatOf(fileNames: string[]): 'HSDS 1.1' | 'HSDS 2.0' | 'HSDS 3.1' {
  if (fileNames.some((name) => ONLY_IN_2.test(name))) return 'HSDS 2.0';
  return fileNames.some((name) => OLD_FILES.test(name)) ? 'HSDS 1.1' : 'HSDS 3.1';
}

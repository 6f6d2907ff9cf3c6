/** One line of a table as it came: its number is the one a spreadsheet shows. */
export type TableRow = { file: string; row: number; cells: Readonly<Record<string, string>> };

/** The objects of HSDS 3.1, and those of earlier versions that have no table of their own any more. */
export type TableName = keyof typeof FILES;

export type Tables = ReadonlyMap<TableName, TableRow[]>;

/** The names under which each table's file goes, HSDS 3.x first, then 2.0 and 1.1. */
const FILES = {
  organizations: ['organizations', 'organization'],
  services: ['services', 'service'],
  locations: ['locations', 'location'],
  service_at_location: ['service_at_location', 'services_at_location', 'service_at_locations'],
  addresses: ['addresses', 'address', 'physical_addresses', 'physical_address', 'postal_addresses', 'postal_address'],
  phones: ['phones', 'phone'],
  contacts: ['contacts', 'contact'],
  schedules: ['schedules', 'schedule', 'regular_schedules', 'regular_schedule'],
  holiday_schedules: ['holiday_schedules', 'holiday_schedule'],
  service_areas: ['service_areas', 'service_area'],
  languages: ['languages', 'language'],
  accessibility: ['accessibility', 'accessibility_for_disabilities'],
  required_documents: ['required_documents', 'required_document'],
  cost_options: ['cost_options', 'cost_option'],
  service_capacity: ['service_capacity', 'service_capacities'],
  taxonomy_terms: ['taxonomy_terms', 'taxonomy_term', 'taxonomy'],
  attributes: [
    'attributes',
    'attribute',
    'service_attributes',
    'service_attribute',
    'services_taxonomy',
    'service_taxonomy',
  ],
  eligibility: ['eligibility', 'eligibilities'],
  payments_accepted: ['payments_accepted', 'payment_accepted'],
  programs: ['programs', 'program'],
  funding: ['funding', 'fundings'],
  organization_identifiers: ['organization_identifiers', 'organization_identifier'],
  meta_table_descriptions: ['meta_table_descriptions', 'meta_table_description'],
} as const;

const TABLE_OF = new Map(
  Object.entries(FILES).flatMap(([table, names]) => names.map((name) => [name as string, table as TableName])),
);

/** Which table a file holds, whatever the version of its name; undefined where it is none of ours. */
export function tableOf(fileName: string): TableName | undefined {
  return TABLE_OF.get(fileName.toLowerCase().replace(/\.csv$/, ''));
}

/** Files that only 1.1 and 2.0 have. */
const OLD_FILES =
  /^(?:physical_address|postal_address|regular_schedule|accessibility_for_disabilities|services?_taxonomy|eligibility|payments?_accepted)/;
const ONLY_IN_2 = /^(?:service_attributes?|service_taxonomy)\.csv$/;

/** The version of a package, told by the names of its files: few packages say it, and some say it wrongly. */
export function formatOf(fileNames: string[]): 'HSDS 1.1' | 'HSDS 2.0' | 'HSDS 3.1' {
  if (fileNames.some((name) => ONLY_IN_2.test(name))) return 'HSDS 2.0';
  return fileNames.some((name) => OLD_FILES.test(name)) ? 'HSDS 1.1' : 'HSDS 3.1';
}

/** The columns that are read of the three chief tables; what stands in any other is kept as an attribute. */
export const COLUMNS: Partial<Record<TableName, ReadonlySet<string>>> = {
  organizations: new Set('id name alternate_name description email website url'.split(' ')),
  services: new Set(
    (
      'id organization_id program_id name alternate_name description url email status application_process fees_description fees ' +
      'eligibility_description minimum_age maximum_age assured_date alert taxonomy_ids last_modified'
    ).split(' '),
  ),
  locations: new Set(
    'id organization_id location_type name alternate_name description transportation latitude longitude'.split(' '),
  ),
};

import type { Locale } from '@qantara/kernel';
import type { Area } from '@qantara/territory/contract';
import type { LocationDraft, OrganisationDraft, ServiceDraft } from './drafts.ts';
import type { ImportReport } from './import-report.ts';
import { languageCodeOf } from './language-codes.ts';
import type { NeedTerms } from './need-terms.ts';
import { readLocations, readOrganisations, readServices } from './read-chief-tables.ts';
import { readHours } from './read-hours.ts';
import { readLinks } from './read-links.ts';
import { readAccessibility, readAddresses, readPhones } from './read-places.ts';
import { readKeptTables, readServiceParts } from './read-service-parts.ts';
import { readTerms } from './read-terms.ts';
import { areaIdsByName, rowsOf, type Reading } from './reading.ts';
import type { Tables } from './tables.ts';

/** What a package holds, checked, in our own terms, and nothing of it written yet. */
export type ReadPackage = {
  organisations: OrganisationDraft[];
  locations: LocationDraft[];
  services: ServiceDraft[];
  /** Every service that the file speaks of, the refused ones too: those that it does not are the ones that ended. */
  serviceSourceIds: string[];
  language: Locale;
};

export type ReadingTerms = { areas: Area[]; terms: NeedTerms; language: Locale | null };

/** The language that a package says it is in, if it is one of ours. */
function declaredLanguage(tables: Tables, report: ImportReport): Locale | undefined {
  const declared = rowsOf({ tables, report }, 'meta_table_descriptions').map((row) =>
    languageCodeOf(row.raw('language')),
  );
  return (['ar', 'fr', 'en'] as const).find((locale) => declared.includes(locale));
}

/**
 * Reads the tables of an HSDS package of any version into drafts (HSDS 3.1 objects; 1.1 and 2.0 by their changes in 3.0).
 * What cannot be taken is refused in the report, row by row; a refused record takes what belongs to it along.
 */
export function readHsds(tables: Tables, report: ImportReport, given: ReadingTerms): ReadPackage {
  const language = given.language ?? declaredLanguage(tables, report) ?? 'en';
  const reading: Reading = { tables, report, language, terms: given.terms, areaIds: areaIdsByName(given.areas) };
  const organisations = readOrganisations(reading);
  const services = readServices(reading, organisations);
  const locations = readLocations(reading, { organisations, services });
  const owners = readLinks(reading, { organisations, services, locations });
  readAddresses(reading, owners);
  readAccessibility(reading, owners);
  readServiceParts(reading, owners, readPhones(reading, owners));
  readHours(reading, owners);
  readKeptTables(reading, owners);
  readTerms(reading, owners);
  return {
    organisations: [...organisations.kept.values()],
    locations: [...locations.kept.values()],
    services: [...services.kept.values()],
    serviceSourceIds: [...services.kept.keys(), ...services.refused],
    language,
  };
}

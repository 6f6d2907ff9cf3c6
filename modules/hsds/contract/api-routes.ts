import { Locale, wireRoute } from '@qantara/kernel';
import { z } from 'zod';
import { listQuestion, recordQuestion } from './api-question.ts';

const NOTHING = z.object({});
const NAMED = z.object({ name: z.string().max(80) });

/** What of the directory may be taken away whole. */
export const EXPORT_FILES = [
  'hsds.zip',
  'directory.json',
  'services.ndjson',
  'services.csv',
  'directory.xlsx',
] as const;
export type ExportFile = (typeof EXPORT_FILES)[number];

/** The HSDS 3.1 interface, address by address. */
export const apiRoutes = {
  describeApi: wireRoute('GET /hsds', NOTHING),
  describeApiToo: wireRoute('GET /hsds/', NOTHING),
  listServices: wireRoute('GET /hsds/services', listQuestion('services')),
  findServices: wireRoute('POST /hsds/services', listQuestion('services')),
  getService: wireRoute('GET /hsds/services/:id', recordQuestion('services')),
  listOrganizations: wireRoute('GET /hsds/organizations', listQuestion('organizations')),
  findOrganizations: wireRoute('POST /hsds/organizations', listQuestion('organizations')),
  getOrganization: wireRoute('GET /hsds/organizations/:id', recordQuestion('organizations')),
  listTaxonomies: wireRoute('GET /hsds/taxonomies', listQuestion('taxonomies')),
  findTaxonomies: wireRoute('POST /hsds/taxonomies', listQuestion('taxonomies')),
  getTaxonomy: wireRoute('GET /hsds/taxonomies/:id', recordQuestion('taxonomies')),
  listTaxonomyTerms: wireRoute('GET /hsds/taxonomy_terms', listQuestion('taxonomy_terms')),
  findTaxonomyTerms: wireRoute('POST /hsds/taxonomy_terms', listQuestion('taxonomy_terms')),
  getTaxonomyTerm: wireRoute('GET /hsds/taxonomy_terms/:id', recordQuestion('taxonomy_terms')),
  listServiceAtLocations: wireRoute('GET /hsds/service_at_locations', listQuestion('service_at_locations')),
  findServiceAtLocations: wireRoute('POST /hsds/service_at_locations', listQuestion('service_at_locations')),
  getServiceAtLocation: wireRoute('GET /hsds/service_at_locations/:id', recordQuestion('service_at_locations')),
  describeOpenApi: wireRoute('GET /hsds/openapi.json', NOTHING),
  getSchema: wireRoute('GET /hsds/schema/:name', NAMED),
  getCompiledSchema: wireRoute('GET /hsds/schema/compiled/:name', NAMED),
  showProfile: wireRoute('GET /hsds/profile', NOTHING),
  getProfilePatch: wireRoute('GET /hsds/profile/:name', NAMED),
  exportDirectory: wireRoute(
    'GET /hsds/export/:file',
    z.object({ file: z.enum(EXPORT_FILES), lang: Locale.optional() }),
  ),
};

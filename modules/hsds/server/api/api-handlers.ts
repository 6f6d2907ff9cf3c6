import type { WireHandlers } from '@qantara/platform';
import type { apiRoutes } from '../../contract/api-routes.ts';
import { exportDirectory } from '../exports/export-directory.ts';
import type { HsdsTables } from '../tables.gen.ts';
import {
  describeApi,
  describeOpenApi,
  getCompiledSchema,
  getProfilePatch,
  getSchema,
  showProfile,
} from './answer-about.ts';
import { answerList } from './answer-list.ts';
import { answerRecord } from './answer-record.ts';

/** The HSDS 3.1 interface: lists, the same lists by POST, single records, and what describes them. */
export const apiHandlers: WireHandlers<typeof apiRoutes, HsdsTables> = {
  describeApi,
  describeApiToo: describeApi,
  listServices: answerList('services'),
  findServices: answerList('services'),
  getService: answerRecord('services'),
  listOrganizations: answerList('organizations'),
  findOrganizations: answerList('organizations'),
  getOrganization: answerRecord('organizations'),
  listTaxonomies: answerList('taxonomies'),
  findTaxonomies: answerList('taxonomies'),
  getTaxonomy: answerRecord('taxonomies'),
  listTaxonomyTerms: answerList('taxonomy_terms'),
  findTaxonomyTerms: answerList('taxonomy_terms'),
  getTaxonomyTerm: answerRecord('taxonomy_terms'),
  listServiceAtLocations: answerList('service_at_locations'),
  findServiceAtLocations: answerList('service_at_locations'),
  getServiceAtLocation: answerRecord('service_at_locations'),
  describeOpenApi,
  getSchema,
  getCompiledSchema,
  showProfile,
  getProfilePatch,
  exportDirectory,
};

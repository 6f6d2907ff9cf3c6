import { pageOf, route } from '@qantara/kernel';
import { z } from 'zod';
import { FoundTable, Mapping } from './mapping.ts';
import { ImportChange, ImportId, NewImport, RowRefusal, ServiceImport } from './import.ts';

const pageOfImport = z.object({
  importId: ImportId,
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  perPage: z.coerce.number().int().min(1).max(1000).default(50),
});

export const importRoutes = {
  requestImport: route({
    path: 'POST /imports',
    may: 'service:import',
    input: NewImport,
    output: ServiceImport,
    refusals: ['import_running', 'import_unreadable'],
  }),
  listImports: route({
    path: 'GET /imports',
    may: 'service:import',
    input: z.object({}),
    output: z.object({ imports: z.array(ServiceImport), sources: z.array(z.string()) }),
    refusals: [],
  }),
  getImport: route({
    path: 'GET /imports/:importId',
    may: 'service:import',
    input: z.object({ importId: ImportId }),
    output: ServiceImport,
    refusals: ['import_not_found'],
  }),
  getMapping: route({
    path: 'GET /imports/:importId/mapping',
    may: 'service:import',
    input: z.object({ importId: ImportId }),
    output: z.object({ tables: z.array(FoundTable), mapping: Mapping, isSaved: z.boolean() }),
    refusals: ['import_not_found', 'import_not_mapped'],
  }),
  mapImport: route({
    path: 'POST /imports/:importId/mapping',
    may: 'service:import',
    input: Mapping.extend({ importId: ImportId }),
    output: ServiceImport,
    refusals: ['import_not_found', 'import_not_mapped', 'mapping_incomplete', 'import_running'],
  }),
  letImport: route({
    path: 'POST /imports/:importId/let',
    may: 'service:import',
    input: z.object({ importId: ImportId }),
    output: ServiceImport,
    refusals: ['import_not_found', 'import_not_checked', 'import_running'],
  }),
  discardImport: route({
    path: 'POST /imports/:importId/discard',
    may: 'service:import',
    input: z.object({ importId: ImportId }),
    output: ServiceImport,
    refusals: ['import_not_found', 'import_not_checked'],
  }),
  listRowRefusals: route({
    path: 'GET /imports/:importId/refusals',
    may: 'service:import',
    input: pageOfImport,
    output: pageOf(RowRefusal),
    refusals: ['import_not_found'],
  }),
  listImportChanges: route({
    path: 'GET /imports/:importId/changes',
    may: 'service:import',
    input: pageOfImport,
    output: pageOf(ImportChange),
    refusals: ['import_not_found'],
  }),
};

import { pageOf, route } from '@qantara/kernel';
import { z } from 'zod';
import { Need } from './need.ts';
import { ImportId, NewImport, RowRefusal, ServiceImport } from './service-import.ts';
import { FoundServices, MatchingService, MatchSearch, ServiceSearch } from './service-search.ts';
import { Service, ServiceId } from './service.ts';

export const directoryRoutes = {
  listNeeds: route({
    path: 'GET /needs',
    may: 'anyone',
    input: z.object({}),
    output: z.object({ needs: z.array(Need) }),
    refusals: [],
    offline: 'read',
  }),
  findServices: route({
    path: 'GET /services',
    may: 'anyone',
    input: ServiceSearch,
    output: FoundServices,
    refusals: [],
    offline: 'read',
  }),
  // Before the service by its identifier, which would take this address for one.
  findMatchingServices: route({
    path: 'GET /services/matching',
    may: 'referral:send',
    input: MatchSearch,
    output: pageOf(MatchingService),
    refusals: ['need_not_found'],
    offline: 'read',
  }),
  getService: route({
    path: 'GET /services/:serviceId',
    may: 'anyone',
    input: z.object({ serviceId: ServiceId }),
    output: Service,
    refusals: ['service_not_found'],
    offline: 'read',
  }),
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
    output: z.object({ imports: z.array(ServiceImport) }),
    refusals: [],
  }),
  getImport: route({
    path: 'GET /imports/:importId',
    may: 'service:import',
    input: z.object({ importId: ImportId }),
    output: ServiceImport,
    refusals: ['import_not_found'],
  }),
  listRowRefusals: route({
    path: 'GET /imports/:importId/refusals',
    may: 'service:import',
    input: z.object({
      importId: ImportId,
      page: z.coerce.number().int().min(1).max(100_000).default(1),
      perPage: z.coerce.number().int().min(1).max(1000).default(50),
    }),
    output: pageOf(RowRefusal),
    refusals: ['import_not_found'],
  }),
};

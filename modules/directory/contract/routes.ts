import { pageOf, route } from '@qantara/kernel';
import { z } from 'zod';
import { Alert } from './alert.ts';
import { Booklet, BookletSearch } from './booklet.ts';
import { Need } from './need.ts';
import { GapReport, GapSearch } from './search-gap.ts';
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
  // This and the next two stand before the service by its identifier, which would take their addresses for one.
  findMatchingServices: route({
    path: 'GET /services/matching',
    may: 'referral:send',
    input: MatchSearch,
    output: pageOf(MatchingService),
    refusals: ['need_not_found'],
    offline: 'read',
  }),
  getGapReport: route({
    path: 'GET /services/gaps',
    may: 'gap:read',
    input: GapSearch,
    output: GapReport,
    refusals: [],
  }),
  getBooklet: route({
    path: 'GET /services/booklet',
    may: 'anyone',
    input: BookletSearch,
    output: Booklet,
    refusals: ['need_not_found', 'area_not_found'],
  }),
  getService: route({
    path: 'GET /services/:serviceId',
    may: 'anyone',
    input: z.object({ serviceId: ServiceId }),
    output: Service,
    refusals: ['service_not_found'],
    offline: 'read',
  }),
  listAlerts: route({
    path: 'GET /alerts',
    may: 'anyone',
    input: z.object({ serviceId: ServiceId.optional(), areaId: z.uuid().optional() }),
    output: z.object({ alerts: z.array(Alert) }),
    refusals: [],
    offline: 'read',
  }),
};

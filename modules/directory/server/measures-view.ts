import type { Measure, MeasureRecords } from '@qantara/platform';
import { sql } from 'kysely';
import type { DirectoryMeasure } from '../contract/index.ts';
import { listServiceCards } from './find-matching-services.ts';

/** The directory is everybody's to read. */
const RECORDS: MeasureRecords = {
  id: sql`fact.service_id::text`,
  may: 'indicator:read',
  listVisible: async (ctx, ids, limit) => {
    const cards = await listServiceCards(ctx, ids.slice(0, limit));
    return [...cards.values()].map(({ serviceId, assuredAt, name, organisationName }) => ({
      path: `/services/${serviceId}`,
      at: assuredAt,
      name,
      about: null,
      organisationName,
      stateWord: null,
    }));
  },
};

const FRESH: Measure & { code: DirectoryMeasure } = {
  code: 'fresh_services_rate',
  unit: 'ratio',
  better: 'up',
  isOfPeople: false,
  source: 'directory.published_service',
  numerator: sql`fact.assured_at > now() - interval '6 months'`,
  denominator: sql`fact.status = 'active'`,
  // A service keeps only the last time that somebody made sure of it.
  at: null,
  newest: sql`fact.assured_at`,
  traits: { need: sql`need.need_code` },
  joins: { need: sql`join directory.published_service_need as need on need.service_id = fact.service_id` },
  records: RECORDS,
};

/** Services that somebody made sure of in the last six months, of those that are open to people. */
export const measures: Measure[] = [FRESH];

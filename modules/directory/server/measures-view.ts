import type { Measure } from '@qantara/platform';
import { sql } from 'kysely';
import type { DirectoryMeasure } from '../contract/index.ts';

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
};

/** Services that somebody made sure of in the last six months, of those that are open to people. */
export const measures: Measure[] = [FRESH];

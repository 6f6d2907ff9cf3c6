import type { Measure } from '@qantara/platform';
import { sql } from 'kysely';
import type { ScreeningMeasure } from '../contract/index.ts';

const WANTED: Measure & { code: ScreeningMeasure } = {
  code: 'wanted_needs',
  unit: 'count',
  better: 'down',
  isOfPeople: true,
  source: 'screening.published_finding',
  numerator: sql`fact.wants_help`,
  denominator: sql`fact.wants_help`,
  at: sql`fact.received_at`,
  newest: sql`fact.received_at`,
  // Of a need that was said it is known where and when, and not whose, nor who was asked.
  traits: { area: sql`coalesce(fact.area_id::text, '')`, need: sql`fact.need_code` },
};

/** Needs that people said and want help with. */
export const measures: Measure[] = [WANTED];

import type { Measure } from '@qantara/platform';
import { sql } from 'kysely';
import type { GovernanceMeasure } from '../contract/index.ts';

const KEPT: Measure & { code: GovernanceMeasure } = {
  code: 'commitments_kept',
  unit: 'ratio',
  better: 'up',
  isOfPeople: false,
  source: 'governance.published_commitment',
  numerator: sql`fact.state = 'kept'`,
  denominator: sql`(fact.due_on < current_date or fact.state in ('kept', 'dropped'))`,
  // At noon a day is the same day in every region.
  at: sql`fact.due_on::timestamp + interval '12 hours'`,
  newest: sql`coalesce(fact.settled_at, fact.created_at)`,
  traits: { partner: sql`fact.organisation_id::text` },
};

/** What organisations promised a table and kept, of what was due or was settled before. */
export const measures: Measure[] = [KEPT];

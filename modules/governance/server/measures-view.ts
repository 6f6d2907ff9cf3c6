import { withTables, type Measure, type MeasureRecords } from '@qantara/platform';
import { sql } from 'kysely';
import type { GovernanceMeasure } from '../contract/index.ts';
import { listVisibleCommitments } from './commitment-store.ts';
import type { GovernanceTables } from './tables.gen.ts';

/** Those that the page of commitments shows the reader. */
const RECORDS: MeasureRecords = {
  id: sql`fact.commitment_id::text`,
  may: 'governance:read',
  listVisible: async (ctx, ids, limit) => {
    const visible = await listVisibleCommitments(withTables<GovernanceTables>(ctx), {});
    const asked = new Set(ids);
    return visible
      .filter(({ commitmentId }) => asked.has(commitmentId))
      .slice(0, limit)
      .map(({ commitmentId, dueOn, wording, bodyName, organisationName, state }) => ({
        path: `/work/governance/commitments/${commitmentId}`,
        at: dueOn,
        name: wording,
        about: bodyName,
        organisationName,
        stateWord: `governance.commitment.${state}`,
      }));
  },
};

const KEPT: Measure & { code: GovernanceMeasure } = {
  code: 'commitments_kept',
  unit: 'ratio',
  better: 'up',
  isOfPeople: false,
  source: 'governance.published_commitment',
  numerator: sql`fact.state = 'kept'`,
  // Nothing is called due before its day is over, in whatever region: it is over last twelve hours west of Greenwich.
  denominator: sql`(fact.due_on < (now() at time zone 'Etc/GMT+12')::date or fact.state in ('kept', 'dropped'))`,
  // At noon a day is the same day in every region.
  at: sql`fact.due_on::timestamp + interval '12 hours'`,
  newest: sql`coalesce(fact.settled_at, fact.created_at)`,
  traits: { partner: sql`fact.organisation_id::text` },
  records: RECORDS,
};

/** What organisations promised a table and kept, of what was due or was settled before. */
export const measures: Measure[] = [KEPT];

import { withTables, type AnyCtx } from '@qantara/platform';
import { sql } from 'kysely';
import type { ScreeningTables } from './tables.gen.ts';

/** What was found the last time that each of these records was asked; the caller has judged the access, and may join two records of one person by the moment. */
export type NeedsFound = { personId: string; receivedAt: Date; needCodes: string[] };

/** The needs found when each of these was last asked; nothing of who never was. */
export async function listNeedsFound(ctx: AnyCtx, recordIds: readonly string[]): Promise<NeedsFound[]> {
  const { rows } = await sql<NeedsFound>`
    select latest.person_id as "personId", latest.received_at as "receivedAt",
      array(select finding.need_code from screening.finding where finding.person_id = latest.person_id
        and finding.screening_id = latest.screening_id and finding.has_need order by 1) as "needCodes"
    from (select distinct on (person_id) person_id, screening_id, received_at from screening.screening
      where person_id = any (${[...recordIds]}::uuid[]) order by person_id, received_at desc) as latest`.execute(
    withTables<ScreeningTables>(ctx).db,
  );
  return rows;
}

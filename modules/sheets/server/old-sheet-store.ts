import { endingOf } from '@qantara/platform';
import { sql } from 'kysely';
import type { SheetsTables } from './tables.gen.ts';

/** Who keyed what of whom, once it is accepted or set aside for long: the response itself is kept with the others. */
export const oldSheets = endingOf<SheetsTables>({
  table: 'sheets.keying',
  isOver: (before) =>
    sql`keying.keyed_at < ${before} and exists (select from sheets.sheet
      where sheet.sheet_id = keying.sheet_id and sheet.state in ('accepted', 'lost', 'spoiled'))`,
  isAboutPeople: true,
  parts: (goes) =>
    ['sheets.decision', 'sheets.outcome'].map(
      (part) => sql`delete from ${sql.table(part)} as part using sheets.keying
        where part.person_id = keying.person_id and part.sheet_id = keying.sheet_id and ${goes}`,
    ),
});

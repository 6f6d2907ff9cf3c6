import { endingOf } from '@qantara/platform';
import { sql } from 'kysely';
import type { FhirTables } from './tables.gen.ts';

/** What programs stated of people and nobody changed for long, with every version of it and the numbers it has elsewhere. */
export const oldStatements = endingOf<FhirTables>({
  table: 'fhir.resource',
  isOver: (before) => sql`resource.updated_at < ${before}`,
  isAboutPeople: true,
  parts: (goes) =>
    ['fhir.resource_version', 'fhir.identifier'].map(
      (part) => sql`delete from ${sql.table(part)} as part using fhir.resource
        where part.person_id = resource.person_id and part.resource_id = resource.resource_id and ${goes}`,
    ),
});

import type { Kysely } from 'kysely';
import type { Compliance, InstitutionKind, LicenceStanding } from '../contract/index.ts';
import { complianceOf, licenceStandingOf } from '../domain/index.ts';
import { listInspections, listShortcomings, type InspectionRow, type ShortcomingRow } from './inspection-store.ts';
import { listKindRows, type InstitutionRow } from './institution-store.ts';
import type { InstitutionsTables } from './tables.gen.ts';

/** An institution with all that its status follows from, and the status. */
export type Dossier = {
  row: InstitutionRow;
  inspections: InspectionRow[];
  shortcomings: ShortcomingRow[];
  standing: LicenceStanding;
  compliance: Compliance;
};

/** An unknown kind is judged by the strictest common cadence rather than not at all. */
const MONTHS_UNLESS_SAID = 12;

function complianceOfRows(parts: Omit<Dossier, 'standing' | 'compliance'>, kinds: InstitutionKind[], today: string) {
  const { row, inspections, shortcomings } = parts;
  const kind = kinds.find(({ kindCode }) => kindCode === row.kind_code);
  return complianceOf(
    {
      licence: { state: row.licence_state, validUntil: row.licence_valid_until },
      inspections: inspections.flatMap(({ done_on, outcome }) =>
        done_on === null || outcome === null ? [] : [{ doneOn: done_on, outcome }],
      ),
      shortcomings: shortcomings.map(({ severity, state, due_on }) => ({ severity, state, dueOn: due_on })),
      inspectionMonths: kind?.inspectionMonths ?? MONTHS_UNLESS_SAID,
    },
    today,
  );
}

function grouped<Row extends { institution_id: string }>(rows: Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.institution_id, [...(groups.get(row.institution_id) ?? []), row]);
  return groups;
}

/** The dossiers of these institutions on a day: three queries, however many there are. */
export async function loadDossiers(
  db: Kysely<InstitutionsTables>,
  rows: InstitutionRow[],
  today: string,
): Promise<Dossier[]> {
  const ids = rows.map(({ institution_id }) => institution_id);
  const kinds = await listKindRows(db);
  const inspections = grouped(await listInspections(db, ids));
  const shortcomings = grouped(await listShortcomings(db, ids));
  return rows.map((row) => {
    const parts = {
      row,
      inspections: inspections.get(row.institution_id) ?? [],
      shortcomings: shortcomings.get(row.institution_id) ?? [],
    };
    return {
      ...parts,
      standing: licenceStandingOf({ state: row.licence_state, validUntil: row.licence_valid_until }, today),
      compliance: complianceOfRows(parts, kinds, today),
    };
  });
}

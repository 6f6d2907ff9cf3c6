import { refuse, type LocalizedText } from '@qantara/kernel';
import { listOrganisationNames } from '@qantara/organisations/server';
import type { Ctx } from '@qantara/platform';
import type { z } from 'zod';
import type { Inspection, OpenInstitution, Shortcoming } from '../contract/index.ts';
import { licenceStepsFrom, shortcomingStandingOf, shortcomingStepsFrom, stepsAllowed } from '../domain/index.ts';
import { loadDossiers, type Dossier } from './dossier-view.ts';
import { todayOf } from './find-institutions.ts';
import { listEntries, type InspectionRow, type ShortcomingRow } from './inspection-store.ts';
import { findInstitution } from './institution-store.ts';
import type { InstitutionsTables } from './tables.gen.ts';

type InstitutionsCtx = Ctx<InstitutionsTables>;

function toInspection(row: InspectionRow): z.input<typeof Inspection> {
  return {
    inspectionId: row.inspection_id,
    state: row.state,
    reason: row.reason,
    plannedOn: row.planned_on,
    doneOn: row.done_on,
    team: row.team,
    outcome: row.outcome,
    summary: row.summary,
  };
}

function toShortcoming(ctx: InstitutionsCtx, row: ShortcomingRow): z.input<typeof Shortcoming> {
  return {
    shortcomingId: row.shortcoming_id,
    inspectionId: row.inspection_id,
    requirementCode: row.requirement_code,
    severity: row.severity,
    text: row.text,
    dueOn: row.due_on,
    standing: shortcomingStandingOf({ state: row.state, dueOn: row.due_on }, todayOf(ctx)),
    evidence: row.evidence,
    correctedOn: row.corrected_on,
    verifiedOn: row.verified_on,
    may: stepsAllowed(ctx.actor, shortcomingStepsFrom(row.state)),
  };
}

function factsOf({ row, standing }: Dossier) {
  return {
    institutionId: row.institution_id,
    version: row.version,
    organisationId: row.organisation_id,
    kindCode: row.kind_code,
    name: row.name as LocalizedText,
    areaId: row.area_id,
    address: row.address,
    latitude: row.latitude,
    longitude: row.longitude,
    isConfidential: row.is_confidential,
    phone: row.phone,
    capacityApproved: row.capacity_approved,
    placesOccupied: row.places_occupied,
    occupiedOn: row.occupied_on,
    licence: {
      standing,
      state: row.licence_state,
      number: row.licence_number,
      issuedOn: row.licence_issued_on,
      validUntil: row.licence_valid_until,
      authority: row.licence_authority,
    },
  };
}

/** One institution with its story. One that is not the reader's to see is answered as none. */
export async function getInstitution(
  ctx: InstitutionsCtx,
  { institutionId }: { institutionId: string },
): Promise<z.input<typeof OpenInstitution>> {
  const row = (await findInstitution(ctx.db, ctx.actor, institutionId)) ?? refuse('institution_not_found');
  const [dossier] = await loadDossiers(ctx.db, [row], todayOf(ctx));
  if (dossier === undefined) return refuse('institution_not_found');
  const entries = await listEntries(ctx.db, institutionId);
  const ids = [row.organisation_id, ...entries.flatMap(({ organisation_id }) => organisation_id ?? [])];
  const organisations = await listOrganisationNames(ctx, ids);
  const mayLicense = ctx.actor.permissions.has('institution:license');
  return {
    ...factsOf(dossier),
    organisationName: organisations.get(row.organisation_id) ?? null,
    licenceSteps: mayLicense ? licenceStepsFrom(row.licence_state) : [],
    compliance: dossier.compliance,
    inspections: dossier.inspections.map(toInspection),
    shortcomings: dossier.shortcomings.map((one) => toShortcoming(ctx, one)),
    story: entries.map((entry) => ({
      entryId: entry.entry_id,
      what: entry.what,
      note: entry.note,
      organisationName: organisations.get(entry.organisation_id ?? '') ?? null,
      at: entry.at.toISOString(),
    })),
  };
}

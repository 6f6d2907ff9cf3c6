import { dayIn } from '@qantara/kernel';
import type { LocalizedText, Page } from '@qantara/kernel';
import { listOrganisationNames } from '@qantara/organisations/server';
import type { Ctx } from '@qantara/platform';
import type { z } from 'zod';
import type { Deadline, RegisteredInstitution, RegisterSearch } from '../contract/index.ts';
import { bySoonest, deadlinesOf, shortcomingStandingOf } from '../domain/index.ts';
import { loadDossiers, type Dossier } from './dossier-view.ts';
import { byName, fitsPlaceAndKind, pageFrom, todayOf } from './find-institutions.ts';
import { listVisible } from './institution-store.ts';
import type { InstitutionsTables } from './tables.gen.ts';

type InstitutionsCtx = Ctx<InstitutionsTables>;
type Line = z.input<typeof RegisteredInstitution>;

async function visibleDossiers(ctx: InstitutionsCtx): Promise<Dossier[]> {
  return loadDossiers(ctx.db, await listVisible(ctx.db, ctx.actor), todayOf(ctx));
}

function toLine(dossier: Dossier, organisations: Map<string, LocalizedText>, today: string): Line {
  const { row, compliance, standing } = dossier;
  const standings = dossier.shortcomings.map(({ state, due_on }) =>
    shortcomingStandingOf({ state, dueOn: due_on }, today),
  );
  return {
    institutionId: row.institution_id,
    name: row.name as LocalizedText,
    kindCode: row.kind_code,
    organisationId: row.organisation_id,
    organisationName: organisations.get(row.organisation_id) ?? null,
    areaId: row.area_id,
    isConfidential: row.is_confidential,
    licence: standing,
    licensedUntil: row.licence_valid_until,
    compliance: compliance.status,
    reason: compliance.reason,
    lastInspectedOn: compliance.lastInspectedOn,
    openShortcomings: standings.filter((one) => one !== 'verified').length,
    overdueShortcomings: standings.filter((one) => one === 'overdue').length,
  };
}

/** The register as staff filter it; a partner sees the institutions of their own organisation. */
export async function listRegister(ctx: InstitutionsCtx, asked: z.output<typeof RegisterSearch>): Promise<Page<Line>> {
  const fits = await fitsPlaceAndKind(ctx, asked);
  const found = (await visibleDossiers(ctx))
    .filter(fits)
    .filter(({ compliance }) => asked.compliance === undefined || compliance.status === asked.compliance)
    .filter(({ standing }) => asked.licence === undefined || standing === asked.licence)
    .toSorted(byName(ctx));
  const page = pageFrom(found, asked);
  const organisations = await listOrganisationNames(
    ctx,
    page.items.map(({ row }) => row.organisation_id),
  );
  return { ...page, items: page.items.map((dossier) => toLine(dossier, organisations, todayOf(ctx))) };
}

function deadlinesAt(ctx: InstitutionsCtx, dossier: Dossier): z.input<typeof Deadline>[] {
  const { row } = dossier;
  const due = deadlinesOf(
    {
      licence: { standing: dossier.standing, validUntil: row.licence_valid_until },
      compliance: dossier.compliance,
      registeredOn: dayIn(ctx.timeZone, row.created_at),
      shortcomings: dossier.shortcomings.map(({ shortcoming_id, state, due_on }) => ({
        shortcomingId: shortcoming_id,
        state,
        dueOn: due_on,
      })),
      planned: dossier.inspections
        .filter(({ state }) => state === 'planned')
        .map(({ inspection_id, planned_on }) => ({ inspectionId: inspection_id, plannedOn: planned_on })),
    },
    todayOf(ctx),
  );
  return due.map((one) => ({
    ...one,
    institutionId: row.institution_id,
    institutionName: row.name as LocalizedText,
  }));
}

/** All that comes due at the institutions that this actor reads, soonest first. */
export async function listDeadlines(ctx: InstitutionsCtx): Promise<{ deadlines: z.input<typeof Deadline>[] }> {
  const dossiers = await visibleDossiers(ctx);
  return { deadlines: dossiers.flatMap((dossier) => deadlinesAt(ctx, dossier)).toSorted(bySoonest) };
}

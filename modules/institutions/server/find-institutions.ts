import { dayIn, refuse, textIn, type LocalizedText, type Page } from '@qantara/kernel';
import { listOrganisationNames } from '@qantara/organisations/server';
import type { Ctx } from '@qantara/platform';
import { listAreas } from '@qantara/territory/server';
import { within } from '@qantara/territory/domain';
import type { z } from 'zod';
import type { PublicInstitution, PublicSearch } from '../contract/index.ts';
import { freePlacesOf, isLicensed } from '../domain/index.ts';
import { loadDossiers, type Dossier } from './dossier-view.ts';
import { findForResidents, listForResidents } from './institution-store.ts';
import type { InstitutionsTables } from './tables.gen.ts';

type InstitutionsCtx = Ctx<InstitutionsTables>;
type Shown = z.input<typeof PublicInstitution>;

/** The day it is where the region is. */
export function todayOf(ctx: InstitutionsCtx): string {
  return dayIn(ctx.timeZone, ctx.now);
}

/** What a search keeps: by kind, and by area with all that lies in it. A confidential one is in no area. */
export async function fitsPlaceAndKind(
  ctx: InstitutionsCtx,
  asked: Pick<z.output<typeof PublicSearch>, 'kindCode' | 'areaId'>,
): Promise<(dossier: Dossier) => boolean> {
  const { kindCode, areaId } = asked;
  const areas = areaId === undefined ? null : within(await listAreas(ctx), areaId);
  return ({ row }) =>
    (kindCode === undefined || row.kind_code === kindCode) &&
    (areas === null || (row.area_id !== null && areas.includes(row.area_id)));
}

/** By the name in the reader's language, which is how a list is looked through. */
export function byName(ctx: InstitutionsCtx): (a: Dossier, b: Dossier) => number {
  const nameOf = ({ row }: Dossier): string => textIn(row.name as LocalizedText, ctx.locale).text;
  const order = new Intl.Collator(ctx.locale);
  return (a, b) => order.compare(nameOf(a), nameOf(b));
}

/** One page of what is all there. */
export function pageFrom<T>(all: T[], { page, perPage }: { page: number; perPage: number }): Page<T> {
  const items = all.slice((page - 1) * perPage, page * perPage);
  return { items, page, perPage, total: all.length, hasMore: page * perPage < all.length };
}

function toPublic(dossier: Dossier, organisations: Map<string, LocalizedText>, today: string): Shown {
  const { row, standing, compliance } = dossier;
  const freePlaces = freePlacesOf(
    { capacityApproved: row.capacity_approved, placesOccupied: row.places_occupied, occupiedOn: row.occupied_on },
    today,
  );
  return {
    institutionId: row.institution_id,
    name: row.name as LocalizedText,
    kindCode: row.kind_code,
    organisationName: organisations.get(row.organisation_id) ?? null,
    areaId: row.area_id,
    address: row.address,
    latitude: row.latitude,
    longitude: row.longitude,
    isConfidential: row.is_confidential,
    phone: row.phone,
    isLicensed: isLicensed(standing),
    isProvisional: standing === 'provisional',
    licensedUntil: isLicensed(standing) ? row.licence_valid_until : null,
    compliance: compliance.status,
    lastInspectedOn: compliance.lastInspectedOn,
    freePlaces,
    countedOn: freePlaces === 'unknown' ? null : row.occupied_on,
  };
}

async function shownOf(ctx: InstitutionsCtx, dossiers: Dossier[]): Promise<Shown[]> {
  const organisations = await listOrganisationNames(
    ctx,
    dossiers.map(({ row }) => row.organisation_id),
  );
  return dossiers.map((dossier) => toPublic(dossier, organisations, todayOf(ctx)));
}

/** What residents may rely on of each institution, by kind and area. */
export async function findInstitutions(
  ctx: InstitutionsCtx,
  asked: z.output<typeof PublicSearch>,
): Promise<Page<Shown>> {
  const all = await loadDossiers(ctx.db, await listForResidents(ctx.db), todayOf(ctx));
  const found = all.filter(await fitsPlaceAndKind(ctx, asked)).toSorted(byName(ctx));
  const page = pageFrom(found, asked);
  return { ...page, items: await shownOf(ctx, page.items) };
}

/** What residents may rely on of one institution. */
export async function getPublicInstitution(
  ctx: InstitutionsCtx,
  { institutionId }: { institutionId: string },
): Promise<Shown> {
  const row = (await findForResidents(ctx.db, institutionId)) ?? refuse('institution_not_found');
  const [shown] = await shownOf(ctx, await loadDossiers(ctx.db, [row], todayOf(ctx)));
  return shown ?? refuse('institution_not_found');
}

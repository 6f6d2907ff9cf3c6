import type { Locale } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import { saveImportedOrganisations } from '@qantara/organisations/server';
import { localized, type LocationDraft, type ReadPackage, type ServiceDraft } from '../domain/index.ts';
import { endServices, saveOrganisationAttributes } from './imported-record-store.ts';
import { saveLocations, type NewLocation } from './location-store.ts';
import { saveServices, type NewService } from './service-store.ts';
import type { DirectoryTables } from './tables.gen.ts';

export type Written = { organisations: number; locations: number; services: number; ended: number };
type Ids = { source: string; language: Locale; organisations: Map<string, string>; locations: Map<string, string> };

function idOf(ids: Map<string, string>, sourceId: string): string {
  const id = ids.get(sourceId);
  if (id === undefined) throw new Error('a record was written before what it belongs to');
  return id;
}

function locationOf({ organisationSourceId, ...draft }: LocationDraft, ids: Ids): NewLocation {
  return { ...draft, source: ids.source, organisationId: idOf(ids.organisations, organisationSourceId) };
}

const dayOf = (day: string | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`));

function serviceOf(draft: ServiceDraft, ids: Ids): NewService {
  const {
    organisationSourceId,
    locationSourceIds,
    hours,
    lines,
    assuredAt,
    capacityAt,
    needCodes,
    areaIds,
    languages,
    ...rest
  } = draft;
  const text = (of: string[]) => localized(of.join('\n'), ids.language);
  return {
    ...rest,
    source: ids.source,
    organisationId: idOf(ids.organisations, organisationSourceId),
    locationIds: [...locationSourceIds].map((sourceId) => idOf(ids.locations, sourceId)),
    hours: hours.map(({ locationSourceId, ...one }) => ({
      ...one,
      locationId: locationSourceId === null ? null : idOf(ids.locations, locationSourceId),
    })),
    eligibility: text(lines.eligibility),
    fees: text(lines.fees),
    documents: text(lines.documents),
    areaNote: text(lines.areaNote),
    assuredAt: dayOf(assuredAt),
    capacityAt: dayOf(capacityAt),
    needCodes: [...needCodes],
    areaIds: [...areaIds],
    languages: [...languages],
  };
}

/** Writes a package that was read and checked, within the caller's transaction: all of it, or, if anything fails, nothing. */
export async function writePackage(anyCtx: AnyCtx, content: ReadPackage, source: string): Promise<Written> {
  const ctx = withTables<DirectoryTables>(anyCtx);
  const organisations = await saveImportedOrganisations(
    ctx,
    content.organisations.map((draft) => ({ ...draft, source })),
  );
  await saveOrganisationAttributes(ctx.db, content.organisations, organisations);
  const known: Ids = { source, language: content.language, organisations, locations: new Map() };
  const locationIds = await saveLocations(
    ctx,
    content.locations.map((draft) => locationOf(draft, known)),
  );
  const locations = new Map(content.locations.map((draft, index) => [draft.sourceId, locationIds[index] as string]));
  const services = await saveServices(
    ctx,
    content.services.map((draft) => serviceOf(draft, { ...known, locations })),
  );
  const ended = await endServices(ctx.db, { source, sourceIds: content.serviceSourceIds, now: ctx.now });
  return { organisations: organisations.size, locations: locationIds.length, services: services.length, ended };
}

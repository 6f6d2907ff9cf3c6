import { LOCALES, newId, type LocalizedText } from '@qantara/kernel';
import type { AnyRow, DirectoryRecord, Parts, Row } from '@qantara/directory/domain';
import type { HiddenField, PlaceDetails } from '../../contract/index.ts';
import { addressOfLines } from '../../domain/index.ts';

type LocationRecord = DirectoryRecord<'location'>;
type Edited = { fields: Record<string, unknown>; parts: Parts };
type Change = { details: PlaceDetails; emptied: ReadonlySet<HiddenField>; keepsBlank: boolean };

/** Every language of a text: one that is blank is emptied, where it does not stay as it is. */
function textIn(text: LocalizedText | null, keepsBlank: boolean): Record<string, string> | undefined {
  const said = LOCALES.map((locale) => [locale, text?.[locale] ?? '']).filter(([, one]) => !keepsBlank || one !== '');
  return said.length === 0 ? undefined : (Object.fromEntries(said) as Record<string, string>);
}

const ALL_EMPTY = Object.fromEntries(LOCALES.map((locale) => [locale, '']));

function fieldsOf({ details, emptied, keepsBlank }: Change): Record<string, unknown> {
  const value = (field: HiddenField, said: unknown) =>
    emptied.has(field) ? '' : (said ?? (keepsBlank ? undefined : ''));
  const fields = {
    name: emptied.has('name') ? ALL_EMPTY : textIn(details.name, keepsBlank),
    area_id: value('areaId', details.areaId),
    latitude: value('latitude', details.latitude),
    longitude: value('latitude', details.longitude),
    location_type: keepsBlank ? undefined : details.placeKind,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, said]) => said !== undefined));
}

/** The text that stands, with what was written over it. */
function over(
  standing: LocalizedText | null | undefined,
  said: LocalizedText | null,
  of: { isEmptied: boolean; keepsBlank: boolean },
): LocalizedText | null {
  if (of.isEmptied) return null;
  return of.keepsBlank ? (said === null ? (standing ?? null) : { ...standing, ...said }) : said;
}

function linesOver(standing: Row<'address'> | undefined, { details, emptied, keepsBlank }: Change) {
  const said = addressOfLines(details.addressLines);
  const of = { isEmptied: emptied.has('addressLines'), keepsBlank };
  // A language that is written anew has no second line left over from the old address.
  const written = LOCALES.filter((locale) => (details.addressLines?.[locale] ?? '') !== '');
  const rest = Object.entries(standing?.address_2 ?? {}).filter(([locale]) => !written.includes(locale as 'ar'));
  return {
    address_1: over(standing?.address_1, said.address_1, of),
    address_2: over(Object.fromEntries(rest), said.address_2, of),
  };
}

const isPostal = (row: Row<'address'>): boolean => row.address_type === 'postal';
const SAID = ['address_1', 'address_2', 'city', 'postal_code', 'country'] as const;
const isSaid = (value: unknown): boolean =>
  typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : (value ?? '') !== '';

function addressesOf(locationId: string, rows: Row<'address'>[], change: Change): Row<'address'>[] {
  const { details, emptied, keepsBlank } = change;
  const standing = rows.find((row) => !isPostal(row)) ?? rows[0];
  const value = (field: HiddenField, said: string | null, was: string | null | undefined) =>
    emptied.has(field) ? null : (said ?? (keepsBlank ? (was ?? null) : null));
  const row = {
    ...(standing ?? { id: newId(), address_type: details.placeKind === 'postal' ? 'postal' : 'physical' }),
    location_id: locationId,
    ...linesOver(standing, change),
    city: over(standing?.city, details.city, { isEmptied: emptied.has('city'), keepsBlank }),
    postal_code: value('postalCode', details.postalCode, standing?.postal_code),
    country: value('country', details.country, standing?.country),
  };
  const others = rows.filter((one) => one !== standing);
  // A country by itself is where everything of this directory is.
  return SAID.some((field) => field !== 'country' && isSaid(row[field])) ? [row, ...others] : others;
}

function accessOf(locationId: string, rows: Row<'accessibility'>[], change: Change): Row<'accessibility'>[] {
  const { details, emptied, keepsBlank } = change;
  const [first, ...others] = rows;
  if (emptied.has('accessibility')) return [];
  const description = over(first?.description, details.accessibility, { isEmptied: false, keepsBlank });
  if (description === null && !isSaid(first?.details)) return others;
  return [{ ...(first ?? { id: newId() }), location_id: locationId, description }, ...others];
}

function phonesOf(locationId: string, rows: AnyRow[], number: string | null): AnyRow[] {
  const [first, ...others] = rows;
  if (number === null) return others;
  return [{ ...(first ?? { id: newId(), location_id: locationId, type: 'voice' }), number }, ...others];
}

/**
 * What a place is told, out of the form: an open one is as the form says it; of a confidential one only what was written is
 * changed, and what was marked is emptied.
 */
export function placeContent(of: { id: string; standing: LocationRecord | undefined; change: Change }): Edited {
  const parts = of.standing?.parts ?? {};
  const phone = phonesOf(of.id, (parts.phone ?? []) as AnyRow[], of.change.details.phone);
  return {
    fields: fieldsOf(of.change),
    parts: {
      address: addressesOf(of.id, parts.address ?? [], of.change),
      accessibility: accessOf(of.id, parts.accessibility ?? [], of.change),
      phone: phone as never,
    },
  };
}

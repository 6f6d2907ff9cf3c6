import { LOCALES, type Locale } from '@qantara/kernel';
import { isText, type AnyRow, type ObjectName } from '@qantara/directory/domain';
import type { KnownTranslation } from '@qantara/directory/server';
import type { Dress, Nested } from '../../domain/writing/nest-records.ts';
import { completed } from '../../domain/writing/wire-values.ts';
import { textsOf, type Bundle } from './load-bundle.ts';

type Point = { latitude: number; longitude: number };

const EARTH_RADIUS_METRES = 6_371_008.8;

function metresBetween(one: Point, other: Point): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const half = (from: number, to: number): number => Math.sin(radians(to - from) / 2) ** 2;
  const along = Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude));
  const chord = half(one.latitude, other.latitude) + along * half(one.longitude, other.longitude);
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** By the identifier of a row and its field: a part's translation is kept with its home as `object:id:field`. */
function byField(translations: Map<string, KnownTranslation[]>): Map<string, KnownTranslation> {
  const found = new Map<string, KnownTranslation>();
  for (const [recordId, known] of translations)
    for (const one of known) {
      const [, id, field] = one.field.split(':');
      found.set(`${id ?? recordId} ${field ?? one.field} ${one.language}`, one);
    }
  return found;
}

function textOf(row: AnyRow, field: string, of: { locale: Locale; known: KnownTranslation | undefined }): Nested {
  const { locale, known } = of;
  const texts = textsOf(row, field);
  if (known === undefined) return { text: texts?.[locale] };
  return {
    text: texts?.[locale],
    origin: known.origin,
    ...(known.translatedBy === null ? {} : { translated_by: known.translatedBy }),
    translated_at: known.translatedAt,
    from_language: known.fromLanguage,
    from_text: known.fromText,
    is_outdated: (texts?.[known.fromLanguage] ?? '') !== known.fromText,
  };
}

function translationsOf(object: ObjectName, row: AnyRow, known: Map<string, KnownTranslation>): Nested {
  const translations: Nested = {};
  for (const field of Object.keys(row)) {
    const texts = isText(object, field) ? textsOf(row, field) : undefined;
    const said = LOCALES.filter((locale) => (texts?.[locale] ?? '') !== '');
    if (said.length === 0) continue;
    translations[field] = Object.fromEntries(
      said.map((locale) => [locale, textOf(row, field, { locale, known: known.get(`${row.id} ${field} ${locale}`) })]),
    );
  }
  return Object.keys(translations).length === 0 ? {} : { translations };
}

/** What our profile adds to an object, besides translations. */
function additionsOf(object: ObjectName, row: AnyRow): Nested {
  if (object === 'location') return { is_confidential: row['is_confidential'] === true };
  if (object !== 'service') return {};
  const { capacity_status: status, capacity_at: at } = row;
  return {
    ...(typeof status === 'string' ? { capacity_status: status } : {}),
    ...(typeof status === 'string' && typeof at === 'string' ? { capacity_updated: at } : {}),
  };
}

function distanceOf(nested: Nested, from: Point | null): Nested {
  const { latitude, longitude } = (nested['location'] ?? {}) as Partial<Point>;
  if (from === null || latitude === undefined || longitude === undefined) return {};
  return { distance: Math.round(metresBetween(from, { latitude, longitude })) };
}

/** Objects as HSDS 3.1 has them, and nothing besides. */
export const strictDress: Dress = (object, nested) => completed(object, nested);

type Complete = (object: ObjectName, nested: Nested) => Nested | undefined;

/** Objects with what our profile adds: languages, capacity, source, confidentiality, distance. */
export function profileDress(bundle: Bundle, from: Point | null, complete: Complete = completed): Dress {
  const known = byField(bundle.translations);
  return (object, nested, row) => {
    const whole = complete(object, nested);
    if (whole === undefined) return undefined;
    const source = bundle.sources.get(row.id);
    return Object.assign(
      whole,
      additionsOf(object, row),
      source === undefined ? {} : { source },
      object === 'service_at_location' ? distanceOf(whole, from) : {},
      translationsOf(object, row, known),
    );
  };
}

import { foldText, LOCALES, type LocalizedText } from '@qantara/kernel';
import { AssetKind, type AssetMapping, type FeatureRefusal, type FeatureRefusalCode } from '../contract/index.ts';
import { areaAt, faultOfPoint, type AreaOutline, type Frame } from './area-at.ts';
import { plainText, type RawFeature } from './read-collection.ts';
import { representativePoint, type Position } from './representative-point.ts';

/** What a feature says once its mapping is known. `key` knows it again in the next file of its source. */
export type AssetDraft = {
  key: string;
  kind: AssetKind;
  name: LocalizedText;
  description: LocalizedText | null;
  longitude: number;
  latitude: number;
  areaId: string | null;
  phone: string | null;
  email: string | null;
  website: string | null;
  showsContact: boolean;
  tags: string[];
};

export type Reading = {
  mapping: AssetMapping;
  outlines: readonly AreaOutline[];
  frame: Frame | null;
  /** The words of each kind in every language, folded, so that a column may say “مكان” or “Lieu”. */
  kindWords: ReadonlyMap<string, AssetKind>;
};

export type Read = { draft: AssetDraft } | { fault: Omit<FeatureRefusal, 'feature'> };

const LONGEST_NAME = 200;
const LONGEST_DESCRIPTION = 5000;
const LONGEST_KEY = 300;
const LONGEST_VALUE = 200;

function fault(code: FeatureRefusalCode, field: string | null, value: unknown): Read {
  const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : plainText(value);
  return { fault: { code, field, value: text === '' ? null : text.slice(0, LONGEST_VALUE) } };
}

const LANGUAGES = { ar: 'Ar', fr: 'Fr', en: 'En' } as const;

/** Descriptions of other systems come with their markup; what is read here is read as text. */
function withoutMarkup(text: string): string {
  return text
    .replace(/<[^<>]{0,500}>/g, ' ')
    .replace(/[ \t]+/g, ' ')
    .trim();
}

function textOf(feature: RawFeature, mapping: AssetMapping, field: 'name' | 'description'): LocalizedText | null {
  const text: LocalizedText = {};
  for (const [locale, ending] of Object.entries(LANGUAGES) as ['ar' | 'fr' | 'en', 'Ar' | 'Fr' | 'En'][]) {
    const value = withoutMarkup(valueOf(feature, mapping[`${field}${ending}`]));
    if (value !== '') text[locale] = value;
  }
  return Object.keys(text).length === 0 ? null : text;
}

function valueOf({ properties }: RawFeature, property: string): string {
  if (property === '' || properties === null || !Object.hasOwn(properties, property)) return '';
  return plainText(properties[property]);
}

function kindOf(feature: RawFeature, { mapping, kindWords }: Reading): AssetKind | Read {
  const said = valueOf(feature, mapping.kindProperty);
  if (said === '')
    return (
      mapping.kindOtherwise ?? fault('kind_missing', mapping.kindProperty === '' ? null : mapping.kindProperty, '')
    );
  const kind = AssetKind.safeParse(said.toLowerCase()).data ?? kindWords.get(foldText(said));
  return kind ?? fault('kind_unknown', mapping.kindProperty, said);
}

/** A short digest (FNV-1a, 64 bits in two halves): it names, it protects nothing. */
function digestOf(text: string): string {
  const half = (seed: number): string => {
    let hash = seed;
    for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
    return (hash >>> 0).toString(16).padStart(8, '0');
  };
  return half(0x811c9dc5) + half(0x9dc5811c);
}

function keyOf(
  feature: RawFeature,
  mapping: AssetMapping,
  named: { name: LocalizedText; point: Position },
): string | Read {
  if (mapping.keyProperty !== '') {
    const key = valueOf(feature, mapping.keyProperty);
    return key === '' ? fault('key_missing', mapping.keyProperty, '') : `key:${key}`;
  }
  const id = plainText(feature.id);
  if (id !== '') return `id:${id}`;
  const { name, point } = named;
  return `sum:${digestOf(`${foldText(name.ar ?? name.fr ?? name.en ?? '')} ${point.map((one) => one.toFixed(4)).join(' ')}`)}`;
}

function tooLong(name: LocalizedText, description: LocalizedText | null): 'name' | 'description' | null {
  if (LOCALES.some((locale) => (name[locale]?.length ?? 0) > LONGEST_NAME)) return 'name';
  return LOCALES.some((locale) => (description?.[locale]?.length ?? 0) > LONGEST_DESCRIPTION) ? 'description' : null;
}

function contactOf(feature: RawFeature, { mapping }: Reading) {
  const short = (property: string, most: number): string | null => {
    const value = valueOf(feature, property);
    return value === '' || value.length > most ? null : value;
  };
  const website = short(mapping.websiteProperty, 500);
  const email = short(mapping.emailProperty, 254);
  return {
    phone: short(mapping.phoneProperty, 40),
    email: email !== null && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? email : null,
    // Anything else in a link would be followed by whoever reads the page.
    website: website !== null && /^https?:\/\/[^\s]+$/i.test(website) ? website : null,
    showsContact: mapping.showsContact,
    tags: [
      ...new Set(
        valueOf(feature, mapping.tagsProperty)
          .split(/[,،;؛|]/)
          .map((tag) => tag.trim())
          .filter((tag) => tag !== '' && tag.length <= 60),
      ),
    ].slice(0, 20),
  };
}

function pointOf(feature: RawFeature, { frame }: Reading): Position | Read {
  if (!feature.isFeature || feature.properties === null) return fault('not_a_feature', null, '');
  if (feature.geometry === null || feature.geometry === undefined) return fault('no_geometry', 'geometry', '');
  const point = representativePoint(feature.geometry);
  if (point === null) return fault('bad_coordinates', 'geometry', feature.geometry);
  const wrong = faultOfPoint(point, frame);
  return wrong === null ? point : fault(wrong, 'geometry', point.join(', '));
}

function isRead(value: unknown): value is Read {
  return typeof value === 'object' && value !== null && ('fault' in value || 'draft' in value);
}

type Named = { name: LocalizedText; description: LocalizedText | null };

function nameOf(feature: RawFeature, { mapping }: Reading): Named | Read {
  const name = textOf(feature, mapping, 'name');
  if (name === null) return fault('name_missing', mapping.nameAr || mapping.nameFr || mapping.nameEn, '');
  const named = { name, description: textOf(feature, mapping, 'description') };
  const long = tooLong(named.name, named.description);
  return long === null ? named : fault('too_long', long, Object.values(named[long] ?? {})[0]);
}

/** The kind of a feature; no import brings a person's skill, for which each must agree. */
function kindAllowed(feature: RawFeature, reading: Reading): AssetKind | Read {
  const kind = kindOf(feature, reading);
  const { kindProperty } = reading.mapping;
  return kind === 'skill' ? fault('skill_needs_consent', kindProperty === '' ? null : kindProperty, kind) : kind;
}

/** One feature as an asset, or why it is none: which field, its value, the reason. */
export function readFeature(feature: RawFeature, reading: Reading): Read {
  const point = pointOf(feature, reading);
  if (!Array.isArray(point)) return point;
  const named = nameOf(feature, reading);
  if (isRead(named)) return named;
  const kind = kindAllowed(feature, reading);
  if (isRead(kind)) return kind;
  const key = keyOf(feature, reading.mapping, { name: named.name, point });
  if (isRead(key)) return key;
  const [longitude, latitude] = point;
  const areaId = areaAt(reading.outlines, point);
  const draft = { key: key.slice(0, LONGEST_KEY), kind, ...named, longitude, latitude, areaId };
  return { draft: { ...draft, ...contactOf(feature, reading) } };
}

/** The key of a feature that was refused, as far as it has one of its own. */
function keyAlone(feature: RawFeature, { keyProperty }: AssetMapping): string | null {
  const key = keyProperty === '' ? plainText(feature.id) : valueOf(feature, keyProperty);
  return key === '' ? null : `${keyProperty === '' ? 'id' : 'key'}:${key}`.slice(0, LONGEST_KEY);
}

export type ReadFile = {
  drafts: AssetDraft[];
  refusals: FeatureRefusal[];
  /** Of features that are in the file and cannot be taken: their assets have not gone from the source. */
  keptKeys: Set<string>;
};

/** All features of a file: those that can be taken, each once, and what cannot be, by its number in the file. */
export function readFeatures(features: readonly RawFeature[], reading: Reading): ReadFile {
  const drafts = new Map<string, AssetDraft>();
  const refusals: FeatureRefusal[] = [];
  const keptKeys = new Set<string>();
  for (const [index, feature] of features.entries()) {
    const read = readFeature(feature, reading);
    if ('fault' in read) {
      refusals.push({ feature: index + 1, ...read.fault });
      const key = keyAlone(feature, reading.mapping);
      if (key !== null) keptKeys.add(key);
    } else if (drafts.has(read.draft.key))
      refusals.push({
        feature: index + 1,
        field: reading.mapping.keyProperty === '' ? 'id' : reading.mapping.keyProperty,
        value: read.draft.key.replace(/^(id|key|sum):/, ''),
        code: 'duplicate_key',
      });
    else drafts.set(read.draft.key, read.draft);
  }
  return { drafts: [...drafts.values()], refusals, keptKeys };
}

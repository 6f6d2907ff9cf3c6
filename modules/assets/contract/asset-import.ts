import { idOf, IsoDateTime, Locale, type Id } from '@qantara/kernel';
import { z } from 'zod';
import { AssetKind } from './asset.ts';

export const AssetImportId = idOf('AssetImportId');
export type AssetImportId = Id<'AssetImportId'>;

export const AssetImportStatus = z.enum(['read', 'checked', 'written', 'discarded']);
export type AssetImportStatus = z.infer<typeof AssetImportStatus>;

/** Why one feature was not taken in. */
export const FeatureRefusalCode = z.enum([
  'not_a_feature',
  'no_geometry',
  'bad_coordinates',
  'out_of_range',
  'swapped',
  'outside_region',
  'name_missing',
  'too_long',
  'kind_unknown',
  'kind_missing',
  'skill_needs_consent',
  'key_missing',
  'duplicate_key',
]);
export type FeatureRefusalCode = z.infer<typeof FeatureRefusalCode>;

/** One refusal; the feature's number counts from 1, as it stands in the file. */
export const FeatureRefusal = z.object({
  feature: z.number().int(),
  field: z.string().nullable(),
  value: z.string().nullable(),
  code: FeatureRefusalCode,
});
export type FeatureRefusal = z.infer<typeof FeatureRefusal>;

const property = z.string().max(200).default('');

/** Which property of a source says what. Blank says that none does. */
export const AssetMapping = z.object({
  nameAr: property,
  nameFr: property,
  nameEn: property,
  descriptionAr: property,
  descriptionFr: property,
  descriptionEn: property,
  kindProperty: property,
  /** The kind of whatever no property says it of. */
  kindOtherwise: z.preprocess((value) => (value === '' || value === undefined ? null : value), AssetKind.nullable()),
  tagsProperty: property,
  phoneProperty: property,
  emailProperty: property,
  websiteProperty: property,
  /** What knows a feature again; blank takes its own identifier, or else its name and place. */
  keyProperty: property,
  showsContact: z.boolean().default(false),
});
export type AssetMapping = z.infer<typeof AssetMapping>;

const counted = z.object({ count: z.number().int(), first: z.array(z.string()) });

/** What writing would do, or did; of each the first names. */
export const AssetImportOutcome = z.object({
  added: counted,
  changed: counted,
  same: counted,
  ended: counted,
  refused: z.number().int(),
});
export type AssetImportOutcome = z.infer<typeof AssetImportOutcome>;

export const AssetImport = z.object({
  importId: AssetImportId,
  source: z.string(),
  fileName: z.string(),
  encoding: z.string(),
  status: AssetImportStatus,
  features: z.number().int(),
  properties: z.array(z.object({ name: z.string(), example: z.string() })),
  mapping: AssetMapping.nullable(),
  outcome: AssetImportOutcome.nullable(),
  requestedAt: IsoDateTime,
  endedAt: IsoDateTime.nullable(),
});
export type AssetImport = z.infer<typeof AssetImport>;

/** Eight million bytes, as base64. */
const MOST_CONTENT = 11_000_000;

export const NewAssetImport = z.object({
  fileName: z.string().trim().min(1).max(200),
  source: z.string().trim().min(1).max(100),
  content: z.base64().min(1).max(MOST_CONTENT),
});
export type NewAssetImport = z.infer<typeof NewAssetImport>;

export const CheckAssetImport = AssetMapping.extend({ importId: AssetImportId });
export type CheckAssetImport = z.infer<typeof CheckAssetImport>;

/** What a GeoJSON export says of an asset (RFC 7946 §3.2); a language that is missing is left out. */
export const AssetFeature = z.object({
  type: z.literal('Feature'),
  id: z.string(),
  geometry: z.object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) }).nullable(),
  properties: z.object({
    kind: AssetKind,
    name: z.partialRecord(Locale, z.string()),
    description: z.partialRecord(Locale, z.string()).nullable(),
    area: z.string().nullable(),
    organisation: z.partialRecord(Locale, z.string()).nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    website: z.string().nullable(),
    tags: z.array(z.string()),
    updated: IsoDateTime,
  }),
});
export const AssetCollection = z.object({ type: z.literal('FeatureCollection'), features: z.array(AssetFeature) });
export type AssetCollection = z.infer<typeof AssetCollection>;

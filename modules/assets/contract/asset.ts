import { idOf, IsoDate, IsoDateTime, LocalizedText, OptionalLocalizedText, Paging, type Id } from '@qantara/kernel';
import { z } from 'zod';

export const AssetId = idOf('AssetId');
export type AssetId = Id<'AssetId'>;

/** What a community has that is no service (asset-based community development): what to map, and nothing to apply for. */
export const AssetKind = z.enum(['place', 'group', 'skill', 'resource', 'economy', 'culture']);
export type AssetKind = z.infer<typeof AssetKind>;

export const EndReason = z.enum(['withdrawn', 'gone_from_source', 'consent_withdrawn']);
export type EndReason = z.infer<typeof EndReason>;

export const ConsentManner = z.enum(['spoken', 'written']);
export type ConsentManner = z.infer<typeof ConsentManner>;

/** A word that assets are found by; one that the region gave no names is called as it was typed. */
export const Tag = z.object({ tag: z.string(), name: LocalizedText });
export type Tag = z.infer<typeof Tag>;

/** An asset as everyone reads it. A skill says what is offered and where, never by whom: one asks its organisation. */
export const PublicAsset = z.object({
  assetId: AssetId,
  kind: AssetKind,
  name: LocalizedText,
  description: LocalizedText.nullable(),
  areaId: z.uuid().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  organisationId: z.uuid().nullable(),
  organisationName: LocalizedText.nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  website: z.string().nullable(),
  tags: z.array(Tag),
  source: z.string().nullable(),
  updatedAt: IsoDateTime,
});
export type PublicAsset = z.infer<typeof PublicAsset>;

/** What a person agreed to, as the organisation that holds their skill reads it. */
export const SkillConsent = z.object({
  knownAs: z.string().nullable(),
  givenOn: IsoDate,
  givenHow: ConsentManner,
});
export type SkillConsent = z.infer<typeof SkillConsent>;

/** An asset as staff read it. Where a confidential one is, is in neither. */
export const Asset = PublicAsset.extend({
  isConfidential: z.boolean(),
  showsContact: z.boolean(),
  endedAt: IsoDateTime.nullable(),
  endedWhy: EndReason.nullable(),
  version: z.number().int(),
});
export type Asset = z.infer<typeof Asset>;

const blank = z.literal('').transform(() => undefined);

export const AssetSearch = Paging.extend({
  kind: z.union([blank, AssetKind]).optional(),
  areaId: z.union([blank, z.uuid()]).optional(),
  tag: z.union([blank, z.string().trim().max(60)]).optional(),
});
export type AssetSearch = z.infer<typeof AssetSearch>;

export const StaffSearch = AssetSearch.extend({ ended: z.union([blank, z.enum(['yes', 'no'])]).optional() });
export type StaffSearch = z.infer<typeof StaffSearch>;

/** One asset on the map, and how many there are in each town. */
export const AssetMap = z.object({
  points: z.array(
    z.object({
      assetId: AssetId,
      kind: AssetKind,
      name: LocalizedText,
      latitude: z.number(),
      longitude: z.number(),
    }),
  ),
  /** More than the map can show without becoming a blot: then it colours towns instead. */
  hasMore: z.boolean(),
  towns: z.array(z.object({ areaId: z.uuid(), count: z.number().int() })),
  tags: z.array(Tag.extend({ count: z.number().int() })),
});
export type AssetMap = z.infer<typeof AssetMap>;

const blankIsNull = (value: unknown): unknown => (value === '' || value === undefined ? null : value);
const optionalNumber = (schema: z.ZodNumber) => z.preprocess(blankIsNull, schema.nullable());
const optionalText = (most: number) => z.string().trim().max(most).default('');

/** Words that an asset is found by, as one types them: between commas of any script. */
export const Tags = z.preprocess(
  (value) =>
    typeof value === 'string'
      ? value
          .split(/[,،;؛]/)
          .map((tag) => tag.trim())
          .filter(Boolean)
      : value,
  z.array(z.string().trim().min(1).max(60)).max(20).default([]),
);

export const NewAsset = z.object({
  kind: AssetKind,
  name: LocalizedText,
  description: OptionalLocalizedText,
  areaId: z.preprocess(blankIsNull, z.uuid().nullable()),
  latitude: optionalNumber(z.number().min(-90).max(90)),
  longitude: optionalNumber(z.number().min(-180).max(180)),
  isConfidential: z.boolean().default(false),
  organisationId: z.preprocess(blankIsNull, z.uuid().nullable()),
  phone: optionalText(40),
  email: z.preprocess((value) => (value === '' ? undefined : value), z.email().max(254).optional()),
  website: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional(),
  ),
  showsContact: z.boolean().default(false),
  tags: Tags,
  /** Of a skill alone: who it is for those who hold it, and that they agreed. */
  knownAs: optionalText(120),
  givenOn: z.preprocess(blankIsNull, IsoDate.nullable()),
  givenHow: z.preprocess(blankIsNull, ConsentManner.nullable()),
});
export type NewAsset = z.infer<typeof NewAsset>;

export const CorrectAsset = NewAsset.omit({ kind: true, knownAs: true, givenOn: true, givenHow: true }).extend({
  assetId: AssetId,
  version: z.coerce.number().int(),
});
export type CorrectAsset = z.infer<typeof CorrectAsset>;

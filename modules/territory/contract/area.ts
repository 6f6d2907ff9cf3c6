import { idOf, LocalizedText, type Id } from '@qantara/kernel';
import { z } from 'zod';

export const AreaId = idOf('AreaId');
export type AreaId = Id<'AreaId'>;

export const AreaKind = z.enum(['region', 'municipality', 'neighbourhood']);
export type AreaKind = z.infer<typeof AreaKind>;

export const Area = z.object({
  areaId: AreaId,
  parentAreaId: AreaId.nullable(),
  kind: AreaKind,
  code: z.string(),
  name: LocalizedText,
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  population: z.number().int().nullable(),
});
export type Area = z.infer<typeof Area>;

/** A boundary as GeoJSON gives it (RFC 7946 §3.1): only the shapes that a boundary can have. */
export const Boundary = z.object({
  type: z.enum(['Polygon', 'MultiPolygon']),
  coordinates: z.array(z.unknown()),
});

export const AreaOnMap = z.object({ areaId: AreaId, name: LocalizedText, boundary: Boundary });
export type AreaOnMap = z.infer<typeof AreaOnMap>;

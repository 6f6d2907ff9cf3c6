// Made by `npm run generate` from db/migrations. Not edited by hand.
import type { ColumnType } from 'kysely';

/** What may stand in a jsonb column; parse it with its schema. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/** A part of the territory, as a tree: the region, its municipalities, their neighbourhoods. */
export interface TerritoryAreaTable {
  area_id: string;
  parent_area_id: ColumnType<string | null, string | null | undefined, string | null>;
  kind: 'region' | 'municipality' | 'neighbourhood';
  code: string;
  /** LocalizedText. */
  name: Json;
  /** A GeoJSON geometry (RFC 7946), in WGS 84. */
  boundary: ColumnType<Json | null, Json | null | undefined, Json | null>;
  latitude: ColumnType<number | null, number | null | undefined, number | null>;
  longitude: ColumnType<number | null, number | null | undefined, number | null>;
  /** Residents at the last count; null where nobody counted. */
  population: ColumnType<number | null, number | null | undefined, number | null>;
  created_at: ColumnType<Date, Date | string, Date | string>;
}

/** What other modules may read of an area. */
export interface TerritoryPublishedAreaTable {
  area_id: ColumnType<string, never, never>;
  parent_area_id: ColumnType<string | null, never, never>;
  kind: ColumnType<string, never, never>;
  code: ColumnType<string, never, never>;
  name: ColumnType<Json, never, never>;
  latitude: ColumnType<number | null, never, never>;
  longitude: ColumnType<number | null, never, never>;
  population: ColumnType<number | null, never, never>;
}

export interface TerritoryTables {
  'territory.area': TerritoryAreaTable;
  'territory.published_area': TerritoryPublishedAreaTable;
}

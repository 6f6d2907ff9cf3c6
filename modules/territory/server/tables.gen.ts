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

/** A day on which an area, and all below it, does not work although its week says so. */
export interface TerritoryHolidayTable {
  area_id: string;
  on_day: string;
  /** LocalizedText. */
  name: Json;
  /** This area works on a day that is a holiday of the one it lies in. */
  is_worked: ColumnType<boolean, boolean | undefined, boolean>;
  updated_at: ColumnType<Date, Date | string, Date | string>;
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

/** The working week of an area, and of all below it that have none of their own. */
export interface TerritoryWeekTable {
  area_id: string;
  /** ISO 8601: Monday is 1. */
  working_days: number[];
  opens_at: string;
  closes_at: string;
  updated_at: ColumnType<Date, Date | string, Date | string>;
}

export interface TerritoryTables {
  'territory.area': TerritoryAreaTable;
  'territory.holiday': TerritoryHolidayTable;
  'territory.published_area': TerritoryPublishedAreaTable;
  'territory.week': TerritoryWeekTable;
}

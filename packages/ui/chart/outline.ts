/** The boundary of an area as GeoJSON writes it (RFC 7946 §3.1), longitude before latitude. */
export type Outline =
  | { type: 'Polygon'; coordinates: number[][][] }
  | { type: 'MultiPolygon'; coordinates: number[][][][] };

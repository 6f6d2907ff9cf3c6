/** Longitude before latitude, as GeoJSON writes it (RFC 7946 §3.1.1). */
export type Position = [longitude: number, latitude: number];

type Ring = Position[];

function isPosition(value: unknown): value is Position {
  return Array.isArray(value) && value.length >= 2 && Number.isFinite(value[0]) && Number.isFinite(value[1]);
}

function positions(value: unknown): Position[] | null {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isPosition)) return null;
  return value.map(([longitude, latitude]) => [longitude, latitude]);
}

function middleOf(list: Position[] | null): Position | null {
  return list?.[Math.floor(list.length / 2)] ?? null;
}

function longest<T>(lists: (T[] | null)[]): T[] | null {
  return lists.reduce((best, list) => ((list?.length ?? 0) > (best?.length ?? 0) ? list : best), null);
}

/** Where the rings of a polygon cross a parallel, from west to east. */
function crossings(rings: Ring[], latitude: number): number[] {
  const found: number[] = [];
  for (const ring of rings)
    for (const [index, [x, y]] of ring.entries()) {
      const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
      if (y > latitude !== nextY > latitude) found.push(x + ((latitude - y) / (nextY - y)) * (nextX - x));
    }
  return found.toSorted((a, b) => a - b);
}

/** A point that lies inside: the middle of the widest stretch on the middle parallel. A centroid may lie outside. */
function insideOf(rings: Ring[]): Position | null {
  const outer = rings[0] ?? [];
  const latitudes = outer.map(([, latitude]) => latitude);
  const south = latitudes.reduce((least, one) => Math.min(least, one), Infinity);
  const north = latitudes.reduce((most, one) => Math.max(most, one), -Infinity);
  const latitude = (south + north) / 2;
  const crossed = crossings(rings, latitude);
  let widest: [number, number] | null = null;
  for (let index = 0; index + 1 < crossed.length; index += 2) {
    const [from, to] = [crossed[index] ?? 0, crossed[index + 1] ?? 0];
    if (widest === null || to - from > widest[1] - widest[0]) widest = [from, to];
  }
  return widest === null ? middleOf(outer) : [(widest[0] + widest[1]) / 2, latitude];
}

function ringsOf(value: unknown): Ring[] | null {
  if (!Array.isArray(value)) return null;
  const rings = value.map(positions);
  return rings.length > 0 && rings.every((ring) => ring !== null && ring.length > 2) ? (rings as Ring[]) : null;
}

function spanOf(rings: Ring[]): number {
  const longitudes = (rings[0] ?? []).map(([longitude]) => longitude);
  const least = longitudes.reduce((a, b) => Math.min(a, b), Infinity);
  return longitudes.reduce((a, b) => Math.max(a, b), -Infinity) - least;
}

function ofPolygons(value: unknown): Position | null {
  if (!Array.isArray(value)) return null;
  const polygons = value.map(ringsOf).filter((rings) => rings !== null);
  const widest = polygons.toSorted((a, b) => spanOf(b) - spanOf(a))[0];
  return widest === undefined ? null : insideOf(widest);
}

function ofLines(value: unknown): Position | null {
  return Array.isArray(value) ? middleOf(longest(value.map(positions))) : null;
}

function ofPolygon(value: unknown): Position | null {
  const rings = ringsOf(value);
  return rings === null ? null : insideOf(rings);
}

const OF_TYPE: Record<string, (coordinates: unknown) => Position | null> = {
  Point: (value) => (isPosition(value) ? [value[0], value[1]] : null),
  MultiPoint: (value) => middleOf(positions(value)),
  LineString: (value) => middleOf(positions(value)),
  MultiLineString: ofLines,
  Polygon: ofPolygon,
  MultiPolygon: ofPolygons,
};

function ofCollection(geometries: unknown, depth: number): Position | null {
  if (!Array.isArray(geometries)) return null;
  for (const geometry of geometries) {
    const point = representativePoint(geometry, depth + 1);
    if (point !== null) return point;
  }
  return null;
}

const DEEPEST = 6;

/**
 * One point that stands for a geometry (RFC 7946 §3.1): a point itself, the middle of a line, a point inside an area.
 * Null where the geometry is none, or its coordinates are no numbers.
 */
export function representativePoint(geometry: unknown, depth = 0): Position | null {
  if (typeof geometry !== 'object' || geometry === null || depth > DEEPEST) return null;
  const { type, coordinates, geometries } = geometry as Record<string, unknown>;
  if (type === 'GeometryCollection') return ofCollection(geometries, depth);
  const find = typeof type === 'string' && Object.hasOwn(OF_TYPE, type) ? OF_TYPE[type] : undefined;
  return find === undefined ? null : find(coordinates);
}

import type { Position } from './representative-point.ts';

/** An area's outline as GeoJSON gives it: one polygon or several. */
export type AreaOutline = { areaId: string; boundary: { type: string; coordinates: unknown[] } };

/** The corners of everything that is outlined: south-west and north-east. */
export type Frame = { west: number; south: number; east: number; north: number };

function isInRing(ring: Position[], [x, y]: Position): boolean {
  let isInside = false;
  for (const [index, [ax, ay]] of ring.entries()) {
    const [bx, by] = ring[(index + 1) % ring.length] ?? [ax, ay];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) isInside = !isInside;
  }
  return isInside;
}

function polygonsOf({ boundary }: AreaOutline): Position[][][] {
  // A boundary was checked when it came in; a polygon is a list of rings, several are a list of such lists.
  return (boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates) as Position[][][];
}

/** The area that a point lies in, if any; a ring inside a ring is a hole (RFC 7946 §3.1.6). */
export function areaAt(outlines: readonly AreaOutline[], point: Position): string | null {
  const found = outlines.find((outline) =>
    polygonsOf(outline).some((rings) => rings.filter((ring) => isInRing(ring, point)).length % 2 === 1),
  );
  return found?.areaId ?? null;
}

/** The frame around all outlines; null where there is none, and then nothing can be said to lie outside. */
export function frameOf(outlines: readonly AreaOutline[]): Frame | null {
  const points = outlines.flatMap((outline) => polygonsOf(outline).flat(2));
  if (points.length === 0) return null;
  const frame = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [x, y] of points) {
    frame.west = Math.min(frame.west, x);
    frame.east = Math.max(frame.east, x);
    frame.south = Math.min(frame.south, y);
    frame.north = Math.max(frame.north, y);
  }
  return frame;
}

/** A region's edge is drawn by hand: what lies a little outside is still of it. */
const MARGIN_DEGREES = 0.5;

function isNear({ west, south, east, north }: Frame, [x, y]: Position): boolean {
  const isBeside = x >= west - MARGIN_DEGREES && x <= east + MARGIN_DEGREES;
  return isBeside && y >= south - MARGIN_DEGREES && y <= north + MARGIN_DEGREES;
}

/**
 * What is wrong with a point, if anything: a latitude and a longitude that were exchanged (the commonest fault of all) are
 * told from a place that is merely elsewhere by where they would lie the right way round.
 */
export function faultOfPoint(
  point: Position,
  frame: Frame | null,
): 'swapped' | 'out_of_range' | 'outside_region' | null {
  const [longitude, latitude] = point;
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  if (frame === null) return isOnEarth ? null : 'out_of_range';
  if (isOnEarth && isNear(frame, point)) return null;
  if (isNear(frame, [latitude, longitude])) return 'swapped';
  return isOnEarth ? 'outside_region' : 'out_of_range';
}

import { geoArea, geoMercator, geoPath, type GeoProjection } from 'd3-geo';
import type { Outline } from './outline.ts';

/** An area as it is drawn: its path, and where its name is written. */
export type AreaShape = { d: string; centre: [number, number] };

function turned(rings: number[][][]): number[][][] {
  return rings.map((ring) => ring.toReversed());
}

/** The outline with its rings as d3-geo wants them: RFC 7946 turns them the other way, and then an area is the rest of the globe. */
export function d3Outline(outline: Outline): Outline {
  if (geoArea(outline) <= 2 * Math.PI) return outline;
  if (outline.type === 'Polygon') return { ...outline, coordinates: turned(outline.coordinates) };
  return { ...outline, coordinates: outline.coordinates.map(turned) };
}

function projectionOf(geometries: Outline[], width: number, height: number): GeoProjection {
  const edge = 4;
  const frame: [[number, number], [number, number]] = [
    [edge, edge],
    [width - edge, height - edge],
  ];
  return geoMercator().fitExtent(frame, { type: 'GeometryCollection', geometries });
}

/** Where points lie on a map of these outlines; null for one that lies outside its frame. */
export function pointPlaces(
  outlines: readonly Outline[],
  points: readonly { longitude: number; latitude: number }[],
  [width, height]: readonly [number, number],
): ([number, number] | null)[] {
  if (outlines.length === 0) return points.map(() => null);
  const project = projectionOf(outlines.map(d3Outline), width, height);
  return points.map(({ longitude, latitude }) => {
    const [x, y] = project([longitude, latitude]) ?? [NaN, NaN];
    const isInside = x >= 0 && x <= width && y >= 0 && y <= height;
    return isInside ? [Math.round(x * 10) / 10, Math.round(y * 10) / 10] : null;
  });
}

/** The outlines of all areas as SVG paths that fill the frame together. */
export function areaShapes(outlines: readonly Outline[], width: number, height: number): AreaShape[] {
  const geometries = outlines.map(d3Outline);
  const path = geoPath(projectionOf(geometries, width, height)).digits(0);
  const round = (value: number) => (Number.isFinite(value) ? Math.round(value) : 0);
  return geometries.map((geometry) => {
    const [x, y] = path.centroid(geometry);
    return { d: path(geometry) ?? '', centre: [round(x), round(y)] };
  });
}

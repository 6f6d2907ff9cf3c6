import { geoArea, geoMercator, geoPath } from 'd3-geo';
import type { Feature, Geometry, MultiPolygon, Polygon, Position } from 'geojson';

function turned(rings: Position[][]): Position[][] {
  return rings.map((ring) => ring.toReversed());
}

/** The outline with its rings as d3-geo wants them: RFC 7946 turns them the other way, and then an area is the rest of the globe. */
export function d3Outline(geometry: Polygon | MultiPolygon): Polygon | MultiPolygon {
  if (geoArea(geometry) <= 2 * Math.PI) return geometry;
  if (geometry.type === 'Polygon') return { ...geometry, coordinates: turned(geometry.coordinates) };
  return { ...geometry, coordinates: geometry.coordinates.map(turned) };
}

/** The outlines of all areas as SVG paths that fill the frame together; what is no area has none. */
export function areaShapes(geometries: readonly Geometry[], width: number, height: number): { d: string; centre: [number, number] }[] {
  const features: Feature[] = geometries.map((geometry) => ({
    type: 'Feature',
    properties: {},
    geometry: geometry.type === 'Polygon' || geometry.type === 'MultiPolygon' ? d3Outline(geometry) : geometry,
  }));
  const collection = { type: 'FeatureCollection' as const, features };
  const projection = geoMercator().fitExtent([[4, 4], [width - 4, height - 4]], collection);
  const path = geoPath(projection).digits(1);
  const round = (value: number) => (Number.isFinite(value) ? Math.round(value) : 0);
  return features.map((feature) => {
    const [x, y] = path.centroid(feature);
    return { d: path(feature) ?? '', centre: [round(x), round(y)] };
  });
}

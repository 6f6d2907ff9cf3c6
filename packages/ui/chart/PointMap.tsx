import { areaShapes, pointPlaces, type AreaShape } from './area-shape.ts';
import type { Outline } from './outline.ts';

const WIDTH = 520;
const HEIGHT = 400;
// More names than this collide.
const MOST_NAMES = 12;

/**
 * One place on a map. Its kind gives its sign: a shape and a colour, so that neither is needed alone. One that stands in
 * the list beside the map carries its number there.
 */
export type MapPoint = {
  key: string;
  label: string;
  kind: string;
  longitude: number;
  latitude: number;
  number?: string;
};

/** One kind of place, in the order of the legend; there are six signs. */
export type PointKind = { key: string; label: string };

/** The ground under the points: an area's outline and name. */
export type MapGround = { key: string; label: string; geometry: Outline };

type PointMapProps = {
  caption: string;
  ground: readonly MapGround[];
  kinds: readonly PointKind[];
  points: readonly MapPoint[];
  note?: string;
};

/** Six signs that differ in shape, drawn around the middle of a square of twelve. */
const SIGNS = [
  'M-4.5 0a4.5 4.5 0 109 0a4.5 4.5 0 10-9 0z',
  'M-4 -4H4V4H-4z',
  'M0 -5.3L5.3 4.2H-5.3z',
  'M0 -5.8L5.8 0L0 5.8L-5.8 0z',
  'M-1.7 -5H1.7V-1.7H5V1.7H1.7V5H-1.7V1.7H-5V-1.7H-1.7z',
  'M0 5.3L-5.3 -4.2H5.3z',
] as const;

/** The sign of a kind by its place in the legend, for a list that stands beside a map. */
export function PointSign({ place }: { place: number }) {
  return (
    <svg className="sample sign" viewBox="-8 -8 16 16" aria-hidden="true" focusable="false">
      <path className={`sign p${place + 1}`} d={SIGNS[place % SIGNS.length]} />
    </svg>
  );
}

function Ground({ ground, shapes }: { ground: readonly MapGround[]; shapes: readonly AreaShape[] }) {
  return (
    <>
      {ground.map(({ key }, index) => (
        <path key={key} className="ground" d={shapes[index]?.d ?? ''} />
      ))}
      {ground.length > MOST_NAMES ? null : (
        <g className="map-names">
          {ground.map(({ key, label }, index) => (
            <text key={key} x={shapes[index]?.centre[0]} y={shapes[index]?.centre[1]} textAnchor="middle">
              {label}
            </text>
          ))}
        </g>
      )}
    </>
  );
}

function Point({ point, place, at }: { point: MapPoint; place: number; at: [number, number] }) {
  const [x, y] = at;
  if (point.number === undefined)
    return (
      <path className={`sign p${place + 1}`} d={SIGNS[place % SIGNS.length]} transform={`translate(${x} ${y})`}>
        <title>{point.label}</title>
      </path>
    );
  return (
    <g className="pin" transform={`translate(${x} ${y})`}>
      <title>{point.label}</title>
      <circle r="10" />
      <text y="4.5" textAnchor="middle">
        {point.number}
      </text>
    </g>
  );
}

/**
 * Places of several kinds on a map without tiles, drawn on the server. It links nowhere: a sign is too small for a
 * finger; the list beside it, whose numbers it shows, says the same in words.
 */
export function PointMap({ caption, ground, kinds, points, note }: PointMapProps) {
  const outlines = ground.map(({ geometry }) => geometry);
  const places = pointPlaces(outlines, points, [WIDTH, HEIGHT]);
  const placed = points.flatMap((point, index) => {
    const at = places[index];
    const place = Math.max(
      0,
      kinds.findIndex(({ key }) => key === point.kind),
    );
    return at === null || at === undefined ? [] : [{ point, place, at }];
  });
  // Those with a number lie on top of all others.
  const inOrder = placed.toSorted(
    ({ point: a }, { point: b }) => Number(a.number !== undefined) - Number(b.number !== undefined),
  );
  return (
    <figure className="chart">
      <figcaption>{caption}</figcaption>
      <svg role="img" aria-label={caption} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="map">
        <Ground ground={ground} shapes={areaShapes(outlines, WIDTH, HEIGHT)} />
        {inOrder.map(({ point, place, at }) => (
          <Point key={point.key} point={point} place={place} at={at} />
        ))}
      </svg>
      <ul className="legend">
        {kinds.map(({ key, label }, index) => (
          <li key={key}>
            <PointSign place={index} />
            {label}
          </li>
        ))}
      </ul>
      {note === undefined ? null : <p className="hint">{note}</p>}
    </figure>
  );
}

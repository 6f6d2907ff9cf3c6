import type { Outline } from '@qantara/ui';

const CORNERS: Record<string, [number, number][]> = {
  north: [
    [10.1, 36.86],
    [10.19, 36.88],
    [10.21, 36.83],
    [10.15, 36.81],
    [10.1, 36.82],
  ],
  port: [
    [10.19, 36.88],
    [10.27, 36.87],
    [10.29, 36.82],
    [10.21, 36.83],
  ],
  hill: [
    [10.1, 36.82],
    [10.15, 36.81],
    [10.16, 36.76],
    [10.11, 36.75],
  ],
  river: [
    [10.15, 36.81],
    [10.21, 36.83],
    [10.23, 36.77],
    [10.16, 36.76],
  ],
  market: [
    [10.21, 36.83],
    [10.29, 36.82],
    [10.28, 36.77],
    [10.23, 36.77],
  ],
};

/** The outline of an invented area, its ring closed and turned as GeoJSON wants it (RFC 7946 §3.1.6). */
export function sampleOutline(key: string): Outline {
  const corners = (CORNERS[key] ?? []).toReversed();
  return { type: 'Polygon', coordinates: [[...corners, ...corners.slice(0, 1)]] };
}

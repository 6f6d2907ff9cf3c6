export type Point = { latitude: number; longitude: number };

/** The mean radius of the earth in kilometres (IUGG 1980). */
export const EARTH_RADIUS_KM = 6371.0088;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Kilometres from one point to another as the crow flies (haversine). */
export function distanceBetween(one: Point, other: Point): number {
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const across = Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude));
  const share = half(one.latitude, other.latitude) + across * half(one.longitude, other.longitude);
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(share)));
}

export type Bounds = { south: number; north: number; west: number; east: number };

/** A box that holds every point so near; where it would cross a pole or the date line it goes all around. */
export function boundsAround({ latitude, longitude }: Point, kilometres: number): Bounds {
  // A hair wider than the circle, so that rounding leaves nobody out.
  const angle = (kilometres / EARTH_RADIUS_KM) * 1.000001;
  const degrees = (angle * 180) / Math.PI;
  const [south, north] = [latitude - degrees, latitude + degrees];
  if (south <= -90 || north >= 90) return { south, north, west: -180, east: 180 };
  const wide = (Math.asin(Math.min(1, Math.sin(angle) / Math.cos(radians(latitude)))) * 180) / Math.PI;
  const [west, east] = [longitude - wide, longitude + wide];
  return west < -180 || east > 180 ? { south, north, west: -180, east: 180 } : { south, north, west, east };
}

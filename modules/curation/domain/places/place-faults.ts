import type { FieldFault } from '@qantara/kernel';
import type { PlaceDetails } from '../../contract/index.ts';

/** What is wrong with a place: a point is two numbers, and a place that people go to is somewhere. */
export function placeFaults(place: PlaceDetails, isConfidential: boolean): FieldFault[] {
  const { latitude, longitude, placeKind, addressLines, city, areaId, name } = place;
  const half = (latitude === null) !== (longitude === null);
  const isNowhere = [name, addressLines, city, areaId, latitude].every((said) => said === null);
  return [
    ...(half ? [{ path: latitude === null ? 'latitude' : 'longitude', code: 'point_needs_both' }] : []),
    ...(isNowhere && !isConfidential && placeKind !== 'virtual'
      ? [{ path: 'addressLines', code: 'place_needs_words' }]
      : []),
  ];
}

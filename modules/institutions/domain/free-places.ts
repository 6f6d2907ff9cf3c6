import type { FreePlaces } from '../contract/index.ts';
import { daysBetween } from './days.ts';

/** A count of places older than this tells a family nothing to rely on. */
const FRESH_DAYS = 60;
const FEW = 3;

export type PlacesCounted = {
  capacityApproved: number | null;
  placesOccupied: number | null;
  occupiedOn: string | null;
};

/** Whether places are free, in a word: an exact number would promise one that is gone tomorrow. */
export function freePlacesOf(counted: PlacesCounted, today: string): FreePlaces {
  const { capacityApproved, placesOccupied, occupiedOn } = counted;
  if (capacityApproved === null || placesOccupied === null || occupiedOn === null) return 'unknown';
  if (daysBetween(occupiedOn, today) > FRESH_DAYS) return 'unknown';
  const left = capacityApproved - placesOccupied;
  if (left <= 0) return 'full';
  return left <= FEW ? 'few' : 'free';
}

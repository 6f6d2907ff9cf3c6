import type { CheckedPlan } from './checked-plan.ts';

/** A seat that stands with a time in which somebody sits in it; of a seat that nobody ever sat in, one without days. */
export type Sitting = {
  seatId: string;
  isRequired: boolean;
  /** For whom the seat stands. */
  populations: readonly string[];
  startsOn: string | null;
  lastDay: string | null;
};

const holdsOn = (today: string, { startsOn, lastDay }: Sitting): boolean =>
  startsOn !== null && startsOn <= today && (lastDay === null || today <= lastDay);

const countSeats = (sittings: readonly Sitting[]): number => new Set(sittings.map(({ seatId }) => seatId)).size;

/** How many seats must be filled, how many of them are on a day, and for which groups somebody sits on it. */
export function whoSits(sittings: readonly Sitting[], today: string): Pick<CheckedPlan, 'seats' | 'represented'> {
  const held = sittings.filter((sitting) => holdsOn(today, sitting));
  const required = (among: readonly Sitting[]): number => countSeats(among.filter(({ isRequired }) => isRequired));
  return {
    seats: { required: required(sittings), filled: required(held) },
    represented: new Set(held.flatMap(({ populations }) => populations)),
  };
}

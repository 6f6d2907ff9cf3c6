import type { DataCategory, SharingPurpose } from '../contract/index.ts';

/** What two organisations agreed to let pass between them: the days from the first up to, not including, the last. */
export type Bond = {
  purposes: readonly SharingPurpose[];
  categories: readonly DataCategory[];
  runsFrom: string;
  runsUntil: string | null;
};

export type Passing = { purpose: SharingPurpose; categories: readonly DataCategory[]; on: string };

/** Whether one agreement lets all of these data pass for this purpose on this day. Two agreements never add up to a third. */
export function bondCovers(bond: Bond, { purpose, categories, on }: Passing): boolean {
  return (
    bond.runsFrom <= on &&
    (bond.runsUntil === null || on < bond.runsUntil) &&
    bond.purposes.includes(purpose) &&
    categories.every((category) => bond.categories.includes(category))
  );
}

import { FrameworkArea, Lever, Progress, type Item } from '../contract/index.ts';

/** How many initiatives there are in each state, for one area of the framework or one lever. */
export type Balance = { key: string; counts: number[] };

function countsOf(initiatives: Item[]): number[] {
  return Progress.options.map((progress) => initiatives.filter((item) => item.progress === progress).length);
}

/**
 * The balance of work across the four areas of the framework (W7); an initiative in two areas counts in both. An area
 * without work is told too: that is what a balance is looked at for.
 */
export function balanceByArea(items: Item[]): Balance[] {
  const initiatives = items.filter(({ kind }) => kind === 'initiative');
  return FrameworkArea.options.map((area) => ({
    key: area,
    counts: countsOf(initiatives.filter(({ frameworkAreas }) => frameworkAreas.includes(area))),
  }));
}

/** The balance of work across the levers of change (W12). */
export function balanceByLever(items: Item[]): Balance[] {
  const initiatives = items.filter(({ kind }) => kind === 'initiative');
  return Lever.options.map((lever) => ({
    key: lever,
    counts: countsOf(initiatives.filter((item) => item.lever === lever)),
  }));
}

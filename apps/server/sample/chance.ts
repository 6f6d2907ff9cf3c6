export type Chance = {
  /** From 0 to 1. */
  next: () => number;
  pick: <T>(items: readonly T[]) => T;
  /** By weight: `{ accept: 8, reject: 2 }`. */
  weigh: <Key extends string>(weights: Record<Key, number>) => Key;
  between: (least: number, most: number) => number;
  isLucky: (share: number) => boolean;
};

/** The same sample on every machine: mulberry32, seeded. */
export function chanceFrom(seed: number): Chance {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number): number => least + next() * (most - least);
  return {
    next,
    between,
    isLucky: (share) => next() < share,
    pick: (items) => {
      const picked = items[Math.floor(next() * items.length)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
    weigh: (weights) => {
      const entries = Object.entries(weights) as [keyof typeof weights, number][];
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) if ((left -= weight) < 0) return key;
      return entries[0]?.[0] as keyof typeof weights;
    },
  };
}

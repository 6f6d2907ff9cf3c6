type Input = Record<string, string>;
export type Case = { name: string; inputOf: (round: number) => Input };

/** A number from 0 up to `most`, the same in every run. */
function chance(round: number, salt: number, most: number): number {
  const mixed = Math.imul(round * 2654435761 + salt * 40503, 2246822519) >>> 0;
  return ((mixed ^ (mixed >>> 15)) >>> 0) % most;
}

const NEEDS = ['food', 'housing', 'transport', 'safety', 'work', 'papers'];
const pick = <T>(values: readonly T[], round: number, salt: number): T =>
  values[chance(round, salt, values.length)] as T;

/** In the middle of one of the towns, the largest most often. */
function near(round: number): Input {
  const town = Math.floor(40 * (chance(round, 7, 100) / 100) ** 2);
  return {
    latitude: String(32 + (town % 8) * 0.6),
    longitude: String(-8 + Math.floor(town / 8) * 0.8),
    radius: pick(['2', '5', '10'], round, 8),
  };
}

/** What changes from one search to the next. */
function chancesOf(words: string[]) {
  const common = (round: number) => words[chance(round, 1, 50)] ?? '';
  const frequent = (round: number) => words[chance(round, 1, 12)] ?? '';
  const rare = (round: number) => words[50 + chance(round, 2, 3000)] ?? '';
  const need = (round: number) => pick(NEEDS, round, 3);
  const open = (round: number) => ({
    openAt: pick(['MO', 'TU', 'WE', 'SA'], round, 4),
    openTime: pick(['09:00', '11:30', '21:00'], round, 5),
  });
  return { common, frequent, rare, need, open };
}

type Chances = ReturnType<typeof chancesOf>;

function withFilters({ common, frequent, rare, need, open }: Chances): Case[] {
  return [
    {
      name: 'words, need, distance, open then',
      inputOf: (round) => ({
        words: frequent(round),
        needCode: need(round),
        ...near(round),
        radius: '20',
        ...open(round),
      }),
    },
    {
      name: 'words, distance, open then, free',
      inputOf: (round) => ({ words: frequent(round), ...near(round), ...open(round), free: 'true' }),
    },
    { name: 'two words', inputOf: (round) => ({ words: `${common(round)} ${rare(round)}` }) },
    { name: 'a common word', inputOf: (round) => ({ words: common(round) }) },
    { name: 'a common word, open then', inputOf: (round) => ({ words: common(round), ...open(round) }) },
    { name: 'a need by its word', inputOf: (round) => ({ words: need(round).replace('_', ' ') }) },
    { name: 'a name in the other script', inputOf: () => ({ words: 'الأمل' }) },
    { name: 'distance, open then', inputOf: (round) => ({ ...near(round), ...open(round) }) },
    {
      name: 'a need, free, open then, accessible',
      inputOf: (round) => ({ needCode: need(round), free: 'true', ...open(round), access: 'wheelchair' }),
    },
    { name: 'a need, a language, an age', inputOf: (round) => ({ needCode: need(round), language: 'ar', age: '20' }) },
  ];
}

function others({ common, frequent, rare, need, open }: Chances): Case[] {
  return [
    { name: 'everything', inputOf: (round) => ({ page: String(1 + (round % 3)) }) },
    { name: 'a mistyped word', inputOf: (round) => ({ words: `${rare(round).slice(0, 2)}x${rare(round).slice(2)}` }) },
    {
      name: 'nothing found, and what to do then',
      inputOf: (round) => ({
        words: rare(round),
        needCode: need(round),
        ...near(round),
        radius: '1',
        ...open(round),
      }),
    },
    {
      name: 'as the page asks, with counts',
      inputOf: (round) => ({
        words: frequent(round),
        needCode: need(round),
        ...near(round),
        ...open(round),
        counts: 'true',
        perPage: '7',
      }),
    },
    {
      name: 'a common word, with counts',
      inputOf: (round) => ({ words: common(round), counts: 'true', perPage: '7' }),
    },
  ];
}

/**
 * What residents ask, each with another answer every time. `words` are the directory's own, the commonest first: the first
 * stands in a third of all services, the fiftieth in one of twenty-five.
 */
export function searchCases(words: string[]): Case[] {
  const chances = chancesOf(words);
  return [...withFilters(chances), ...others(chances)];
}

import fc from 'fast-check';
import {
  DOCUMENT_FORMAT,
  FrameworkArea,
  Lever,
  PlanDocument,
  Progress,
  TargetKind,
  type Level,
} from '../../contract/index.ts';

/** What people, spreadsheets and attackers write: formulas, marks of direction, quotes, lines, digits of two scripts. */
const HOSTILE = [
  '=1+1',
  '+cmd|x',
  "'=2",
  '@SUM(A1)',
  '-5',
  '\u202egnol',
  '\u2067سطر\u2069',
  'a "b", c; d\nسطر',
  '_x000D_',
  '_x0041_x0042_',
  '  ١٢  ',
  '<b>&amp;</b>',
  '\u0000',
  'yes',
  '1 / 2',
  '{"a":1}',
];
const text = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ maxLength: 30, unit: 'grapheme' }),
  fc.string({ maxLength: 12, unit: 'binary' }),
);
const words = fc
  .record({ ar: text, fr: text, en: text }, { requiredKeys: [] })
  .map((said) => ({ ...said, en: `n ${said.en ?? ''}` }));
const day = fc.integer({ min: 0, max: 20_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });

const LEVELS: Level[] = [
  { code: 'issue', rank: 1, kind: 'priority', name: { ar: 'قضية', en: 'Issue' } },
  { code: 'aim', rank: 2, kind: 'goal', name: { en: 'Aim' } },
  { code: 'work', rank: 3, kind: 'initiative', name: { fr: 'Travail' } },
];
const NUMBERS = ['A', '1', '1.1', '2', '10', '01', 'II.3', 'أ.1', '4-b', '1.10'];

function inOrder([one, other]: [string | null, string | null]) {
  const isTurned = one !== null && other !== null && one > other;
  return isTurned ? { startsOn: other, dueOn: one } : { startsOn: one, dueOn: other };
}

const node = (numbers: string[], index: number) =>
  fc
    .record({
      above: fc.nat({ max: index }),
      title: words,
      description: maybe(words),
      frameworkAreas: fc.uniqueArray(fc.constantFrom(...FrameworkArea.options), { maxLength: 4 }),
      lever: maybe(fc.constantFrom(...Lever.options)),
      lead: maybe(fc.record({ organisationId: maybe(fc.uuid()), name: words })),
      weight: fc.double({ min: 0.001, max: 1000, noNaN: true }),
      serves: maybe(fc.record({ plan: words, number: fc.constantFrom(...NUMBERS) })),
      days: fc.tuple(maybe(day), maybe(day)),
      progress: maybe(fc.constantFrom(...Progress.options)),
      shareDone: maybe(fc.nat({ max: 100 })),
      reportedAt: maybe(day.map((on) => `${on}T08:30:00.000Z`)),
      details: maybe(fc.record({ budget: fc.nat(), note: text })),
    })
    .map(({ above, days, progress, ...said }) => {
      const level = LEVELS[Math.min(index, 2)]?.code ?? 'work';
      const parent = above < index ? (numbers[Math.min(above, 2)] ?? null) : null;
      return {
        ...said,
        ...inOrder(days),
        number: numbers[index] ?? '',
        parent,
        level,
        progress: level === 'work' ? progress : null,
      };
    });

const target = (numbers: string[], code: string) =>
  fc.record({
    node: fc.constantFrom(...numbers),
    indicator: fc.record({ code: fc.constant(code), name: maybe(words) }),
    kind: fc.constantFrom(...TargetKind.options),
    target: number,
    tolerance: fc.double({ min: 0, max: 1e6, noNaN: true }),
    baseline: maybe(number),
    baselineIsWithheld: fc.boolean(),
    baselineStartsOn: maybe(day),
    baselineEndsOn: maybe(day),
    path: fc.array(fc.record({ on: day, value: number }), { maxLength: 3 }),
    dueOn: day,
  });

const facts = fc.record({
  name: words,
  vision: words,
  reach: fc.constant('region' as const),
  area: fc.record({ code: fc.constant('R'), name: maybe(words) }),
  startsOn: fc.constant('2026-01-01'),
  endsOn: fc.constant('2030-01-01'),
  reportEveryMonths: fc.integer({ min: 1, max: 24 }),
  reviewOn: maybe(day),
  adoptedOn: fc.constant('2026-02-03'),
  resolution: text.map((said) => `7 ${said}`),
  above: maybe(words),
});

/** Plans of any words, in the one form that documents have. */
export const anyDocument: fc.Arbitrary<PlanDocument> = fc
  .uniqueArray(fc.constantFrom(...NUMBERS), { minLength: 1, maxLength: NUMBERS.length })
  .chain((numbers) =>
    fc.record({
      format: fc.constant(DOCUMENT_FORMAT),
      plan: facts,
      levels: fc.constant(LEVELS),
      nodes: fc.tuple(...numbers.map((_number, index) => node(numbers, index))),
      targets: fc.tuple(target(numbers, 'one'), target(numbers, 'two')),
    }),
  )
  .map((document) => PlanDocument.parse(document));

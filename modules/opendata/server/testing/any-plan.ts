import { newId } from '@qantara/kernel';
import type { Figure, Indicator } from '@qantara/indicators/contract';
import type { Item, Plan, Target } from '@qantara/plan/contract';
import fc from 'fast-check';

const text = fc.record({ en: fc.string({ minLength: 1, maxLength: 30 }).filter((one) => one.trim() !== '') });
const value = fc.double({ min: -1e6, max: 1e9, noNaN: true });
const known = fc.option(value, { nil: null });

const figure: fc.Arbitrary<Figure> = fc.oneof(
  value.map((one) => ({ numerator: null, denominator: null, value: one, state: 'shown' as const })),
  fc.constantFrom('suppressed' as const, 'missing' as const).map((state) => ({
    numerator: null,
    denominator: null,
    value: null,
    state,
  })),
);

const indicatorOf = (name: Indicator['name'], unit: Indicator['unit']): Indicator =>
  ({ code: 'a_measure', name, definition: name, unit, kind: 'programme', factor: 1, better: 'up' }) as Indicator;

const target: fc.Arbitrary<Target> = fc
  .record({
    name: text,
    unit: fc.constantFrom<Indicator['unit'][]>('ratio', 'count', 'days', 'rate', 'words'),
    baseline: known,
    goal: known,
    total: figure,
  })
  .map(({ name, unit, baseline, goal, total }) => {
    const indicator = indicatorOf(name, unit);
    const period = { startsOn: '2026-01-01', endsOn: '2027-01-01' };
    const current = { indicator, period, by: 'none' as const, total, rows: [], asOf: null };
    return { targetId: newId(), indicator, baseline, goal, dueOn: '2028-12-31', current } as unknown as Target;
  });

const KINDS = ['priority', 'goal', 'initiative'] as const;

/** Nodes at three levels, each under any that came before it or under none, as plans of any region may have them. */
const items: fc.Arbitrary<Item[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...KINDS),
      title: text,
      description: fc.option(text, { nil: null }),
      under: fc.nat(20),
      targets: fc.array(target, { maxLength: 3 }),
    }),
    { maxLength: 12 },
  )
  .map((nodes) => {
    const ids = nodes.map(() => newId());
    return nodes.map(
      ({ kind, title, description, under, targets }, index) =>
        ({
          itemId: ids[index],
          parentItemId: under < index ? ids[under] : null,
          kind,
          title,
          description,
          number: String(index),
          targets: kind === 'goal' ? targets : [],
        }) as unknown as Item,
    );
  });

/** Any plan that could be published. */
export const anyPlan: fc.Arbitrary<Plan> = fc
  .record({
    name: text,
    items,
    reach: fc.constantFrom<Plan['reach'][]>('nation', 'region', 'municipality', 'neighbourhood'),
  })
  .map(
    ({ name, items: all, reach }) =>
      ({
        planId: newId(),
        name,
        vision: name,
        areaName: name,
        reach,
        startsOn: '2025-01-01',
        endsOn: '2029-01-01',
        publishedAt: null,
        items: all,
      }) as unknown as Plan,
  );

import solver from 'javascript-lp-solver';
import type { Cut, ReleasedTable } from '../../contract/index.ts';
import { atomsOf, type World } from './world.ts';

/** What somebody outside has collected: published tables, what they are of, and at which state of the records. */
export type Collected = { released: ReleasedTable; cut: Cut; epoch: number };

type Term = 'counted' | 'all';
type Told = { key: string; atoms: string[]; epoch: number; term: Term; value: number };
type Doubted = Omit<Told, 'value'>;

function readAll(world: World, collected: readonly Collected[]): { told: Told[]; doubted: Doubted[] } {
  const told = new Map<string, Told>();
  const doubted = new Map<string, Doubted>();
  for (const { released, cut, epoch } of collected)
    for (const cell of released.cells) {
      const named = new Map(released.dimensions.map(({ code }, index) => [code, cell.at[index] ?? '']));
      const atoms = atomsOf(world, named, cut);
      const read = (term: Term, state: string | null, value: number | null): void => {
        const key = `${epoch} ${term} ${atoms.join()}`;
        if (state === 'shown' && value !== null) told.set(key, { key, atoms, epoch, term, value });
        if (state === 'suppressed') doubted.set(key, { key, atoms, epoch, term });
      };
      read('counted', cell.state, cell.count);
      read('all', cell.outOfState, cell.outOf);
    }
  return { told: [...told.values()], doubted: [...doubted.values()].filter(({ key }) => !told.has(key)) };
}

/** The variables that a number is the sum of: in each place those counted, and those left out where it is out of how many. */
function variablesOf({ atoms, epoch, term }: Doubted, first: number): string[] {
  const epochs = Array.from({ length: epoch - first + 1 }, (_, index) => first + index);
  return atoms.flatMap((atom) =>
    epochs.flatMap((one) => [`n${one} ${atom}`, ...(term === 'all' ? [`c${one} ${atom}`] : [])]),
  );
}

type Model = { constraints: Record<string, { equal: number }>; variables: Record<string, Record<string, number>> };

/** All that is told, as equations over the smallest places: epochs add up, for records are taken only to have come. */
function modelOf(told: readonly Told[], sought: Doubted, first: number): Model {
  const constraints: Model['constraints'] = {};
  const variables: Model['variables'] = {};
  for (const [index, one] of told.entries()) {
    constraints[`t${index}`] = { equal: one.value };
    for (const variable of variablesOf(one, first)) (variables[variable] ??= {})[`t${index}`] = 1;
  }
  for (const variable of variablesOf(sought, first)) (variables[variable] ??= {})['sought'] = 1;
  return { constraints, variables };
}

type Answer = { feasible?: boolean; bounded?: boolean; result?: number };

/** Its types are of another way of packing than its code. */
const SOLVER = solver as unknown as { Solve: (model: object) => Answer };

function extreme(model: Model, opType: 'min' | 'max'): number {
  const answer = SOLVER.Solve({ optimize: 'sought', opType, ...model });
  if (answer.bounded === false) return opType === 'max' ? Infinity : 0;
  if (answer.feasible !== true) throw new Error('what is published contradicts itself');
  return answer.result ?? 0;
}

/** One suppressed number that somebody outside can bound more tightly than is allowed. */
export type Breach = { key: string; low: number; high: number };

/**
 * Attacks everything that was published of an invented dataset, knowing nothing else: a solver of its own, over the smallest places,
 * with every table at once. `isGrowing` adds that records only come from one epoch to the next.
 */
export function attack(
  world: World,
  collected: readonly Collected[],
  rule: { least: number; isGrowing: boolean },
): Breach[] {
  const { told, doubted } = readAll(world, collected);
  const first = Math.min(...collected.map(({ epoch }) => epoch));
  return doubted.flatMap((one) => {
    const known = rule.isGrowing ? told : told.filter(({ epoch }) => epoch === one.epoch);
    const model = modelOf(known, one, rule.isGrowing ? first : one.epoch);
    const high = Math.floor(extreme(model, 'max') + 1e-6);
    if (high === Infinity) return [];
    const low = Math.ceil(extreme(model, 'min') - 1e-6);
    const isWide = (low <= 1 && high >= rule.least - 1) || high - low >= rule.least - 1;
    return isWide ? [] : [{ key: one.key, low, high }];
  });
}

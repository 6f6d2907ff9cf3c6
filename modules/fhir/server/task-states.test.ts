import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Actor } from '@qantara/kernel';
import { SYSTEMS, type Resource } from '../domain/index.ts';
import { aTask, codeOf, openFhirBench, programOf, putBack, type FhirBench } from './testing.ts';

let bench: FhirBench;
let clinic: Actor;
let partner: Actor;
before(async () => {
  bench = await openFhirBench();
  clinic = programOf(bench.navigator);
  partner = programOf(bench.partners.food);
});
after(() => bench.database.close());

const REASONS: Record<string, string> = {
  rejected: 'at_capacity',
  'on-hold': 'unreachable',
  failed: 'unreachable',
  cancelled: 'duplicate',
  'entered-in-error': 'duplicate',
};
const ALL = [
  'draft',
  'requested',
  'accepted',
  'rejected',
  'in-progress',
  'on-hold',
  'completed',
  'failed',
  'cancelled',
  'entered-in-error',
];
const BY_TARGET: Record<string, readonly string[]> = {
  requested: ['accepted', 'rejected', 'cancelled'],
  accepted: ['in-progress', 'on-hold', 'completed', 'failed', 'cancelled'],
  'in-progress': ['on-hold', 'completed', 'failed', 'cancelled'],
  'on-hold': ['in-progress', 'completed', 'failed', 'cancelled'],
};
const LEADING: Record<string, readonly string[]> = {
  requested: [],
  accepted: ['accepted'],
  'in-progress': ['accepted', 'in-progress'],
  'on-hold': ['accepted', 'on-hold'],
  rejected: ['rejected'],
  completed: ['accepted', 'completed'],
  failed: ['accepted', 'failed'],
  cancelled: ['cancelled'],
  'entered-in-error': ['entered-in-error'],
};

function changeTo(status: string): object {
  const code = REASONS[status];
  const reason =
    code === undefined
      ? {}
      : { statusReason: { coding: [{ system: SYSTEMS.reason, code }], text: code.replaceAll('_', ' ') } };
  return {
    status,
    ...reason,
    ...(status === 'completed'
      ? { businessStatus: { coding: [{ system: SYSTEMS.outcome, code: 'help_given' }] } }
      : {}),
  };
}

const allowed = ({ from, to, side }: Move): boolean => {
  if (to === from) return true;
  if (to === 'entered-in-error') return side === 'requester';
  return side === 'target'
    ? BY_TARGET[from]?.includes(to) === true
    : to === 'cancelled' && BY_TARGET[from] !== undefined;
};

type Move = { from: string; to: string; side: 'requester' | 'target' };

const MOVES: readonly Move[] = Object.keys(LEADING).flatMap((from) =>
  ALL.flatMap((to) => (['requester', 'target'] as const).map((side) => ({ from, to, side }))),
);

/** A Task that has come as far as this status. */
async function taskAt(status: string): Promise<Resource> {
  let { task } = await aTask(bench, status);
  for (const next of LEADING[status] ?? []) {
    const actor = next === 'entered-in-error' ? clinic : partner;
    task = (await putBack(bench, task, { actor, changed: changeTo(next) })).body ?? task;
  }
  assert.equal(task['status'], status);
  return task;
}

test('every status of a referral, from each side: allowed as the state diagram says, or an OperationOutcome', async () => {
  for (const { from, to, side } of MOVES) {
    const actor = side === 'requester' ? clinic : partner;
    const said = await putBack(bench, await taskAt(from), { actor, changed: changeTo(to) });
    const isDone = said.status === 200 && said.body?.['status'] === to;
    assert.equal(isDone, allowed({ from, to, side }), `${from} → ${to} by ${side}: ${said.status} ${codeOf(said)}`);
    assert.equal(said.body?.resourceType, isDone ? 'Task' : 'OperationOutcome');
  }
});

test('of two that read one version the second is told so', async () => {
  const { task } = await aTask(bench, 'Raced');
  const first = await putBack(bench, task, { actor: partner, changed: { status: 'accepted' }, ifMatch: 'W/"1"' });
  assert.deepEqual([first.status, first.headers['etag']], [200, 'W/"2"']);
  const second = await putBack(bench, task, { actor: partner, changed: changeTo('rejected'), ifMatch: 'W/"1"' });
  assert.deepEqual([second.status, codeOf(second)], [412, 'version_conflict']);
  assert.equal(
    (await putBack(bench, task, { actor: partner, changed: changeTo('rejected'), ifMatch: 'three' })).status,
    400,
  );
});

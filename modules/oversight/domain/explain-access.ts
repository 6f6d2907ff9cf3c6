import type { DataCategory, RecordClass } from '@qantara/people/contract';
import { maySee, mayWrite, refusalOfWay, type Reader, type Way } from '@qantara/people/domain';
import type { AccessExplanation, AccessReason, AccessStep } from '../contract/index.ts';

const INTAKE = '00000000-0000-7000-8000-00000000001e';
const CATEGORIES: readonly DataCategory[] = ['identity', 'contact', 'need', 'note'];

/** Everything that decides whether one account sees one record: collected by the server, judged here. */
export type AccessFacts = {
  isOpen: boolean;
  permissions: ReadonlySet<string>;
  isThere: boolean;
  recordClass: RecordClass | null;
  reader: Reader;
  ways: readonly (Way & { isGlass: boolean })[];
  /** What the organisations' agreements let pass between who looks after the person and the reader; all within one. */
  agreed: ReadonlySet<DataCategory> | 'all';
  at: Date;
};

type Judged = Omit<AccessExplanation, 'personId' | 'stewardName'>;

/** What a way is called: by what it came to be. */
export function stepOfWay(way: Way & { isGlass: boolean }): AccessStep {
  if (way.isGlass) return 'glass';
  if (way.circleId === INTAKE) return 'intake';
  if (way.kind !== 'shared') return way.kind;
  return way.circleId === way.basisId ? 'territory' : 'shared';
}

function reasonOf(step: AccessStep, holds: boolean, of: Partial<AccessReason> = {}): AccessReason {
  return { step, holds, recordClass: null, until: null, ...of };
}

/** A way that leads there, or why it does not. */
function reasonsOfWay(way: AccessFacts['ways'][number], { reader, at }: AccessFacts): AccessReason[] {
  const refusal = refusalOfWay(reader, way, at);
  const until = way.until?.toISOString() ?? null;
  const own = reasonOf(stepOfWay(way), refusal === null, { until });
  if (refusal === null || refusal === 'another_circle') return [own];
  const step = refusal === 'over' ? 'is_over' : refusal;
  return [own, reasonOf(step, false, { recordClass: way.recordClass, until })];
}

type Doors = Record<'record' | 'referral' | 'emergency', readonly Way[]>;

/** The ways that lead there now, by the door that each opens for somebody with this role. */
function doorsOf({ reader, ways, at, permissions, isOpen, isThere }: AccessFacts, isAgreed: boolean): Doors {
  const open = ways.filter((way) => refusalOfWay(reader, way, at) === null);
  const behind = (may: boolean, names: readonly AccessStep[]) =>
    may && isOpen && isThere ? open.filter((way) => names.includes(stepOfWay(way))) : [];
  return {
    record: behind(permissions.has('person:read'), ['looks_after', 'intake', 'territory']),
    referral: behind(isAgreed && permissions.has('referral:answer'), ['shared']),
    emergency: behind(permissions.has('person:break_glass'), ['glass']),
  };
}

const DOORS = ['record', 'referral', 'emergency'] as const;

/** What the door of a referral asks besides a consent. */
function reasonsOfShared({ ways, reader, at, permissions }: AccessFacts, isAgreed: boolean): AccessReason[] {
  const isShared = ways.some((way) => stepOfWay(way) === 'shared' && refusalOfWay(reader, way, at) === null);
  if (!isShared) return [];
  return [reasonOf('answers_referrals', permissions.has('referral:answer')), reasonOf('agreement', isAgreed)];
}

const READS = ['person:read', 'referral:answer', 'person:break_glass'];

/**
 * Whether an account sees a record, by which door and which groups of its fields, with every reason for and against in the order in
 * which the program asks. The same rules as the routes, the policies and the second wall, which a test holds against this.
 */
export function explainAccess(facts: AccessFacts): Judged {
  const { isOpen, permissions, isThere, reader, at, agreed, recordClass } = facts;
  const covers = (category: DataCategory): boolean => agreed === 'all' || agreed.has(category);
  const isAgreed = covers('identity');
  const doors = doorsOf(facts, isAgreed);
  const opens = DOORS.find((door) => doors[door].length > 0) ?? 'nothing';
  const used = opens === 'nothing' ? [] : doors[opens];
  return {
    opens,
    writes: opens === 'record' && permissions.has('person:write') && mayWrite(reader, used, at),
    fields: CATEGORIES.map((category) => ({
      category,
      sees: (opens !== 'referral' || covers(category)) && maySee(reader, used, { category, at }),
    })),
    reasons: [
      reasonOf('account_is_open', isOpen),
      reasonOf(
        'role_reads_people',
        READS.some((one) => permissions.has(one)),
      ),
      reasonOf('record_is_there', isThere, { recordClass }),
      ...(facts.ways.length === 0 ? [reasonOf('no_way', false)] : []),
      ...facts.ways.flatMap((way) => reasonsOfWay(way, facts)),
      ...reasonsOfShared(facts, isAgreed),
    ],
  };
}

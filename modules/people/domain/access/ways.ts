import type { Actor } from '@qantara/kernel';
import type { DataCategory, RecordClass } from '../../contract/index.ts';
import { classesOf } from './classes-of.ts';

/** One way by which a circle of readers comes to a person: a row of `people.reach`. */
export type Way = {
  circleId: string;
  kind: 'looks_after' | 'own' | 'shared';
  basisId: string;
  recordClass: RecordClass;
  purpose: string | null;
  categories: DataCategory[];
  until: Date | null;
};

/** Whoever reads: their circles, and what their role lets them see of those whom these reach. */
export type Reader = {
  circles: readonly string[];
  classes: readonly RecordClass[];
  purposes: readonly string[];
  fields: readonly string[];
};

/** Why a way is no way for this reader. */
export type WayRefusal = 'another_circle' | 'over' | 'class_not_held' | 'purpose_not_held';

/** What somebody's role and circles make of them as a reader. */
export function readerOf(actor: Pick<Actor, 'permissions'>, circles: readonly string[]): Reader {
  const named = (kind: string): string[] =>
    [...actor.permissions].flatMap((one) => (one.startsWith(`${kind}:`) ? [one.slice(kind.length + 1)] : []));
  return { circles, classes: classesOf(actor), purposes: named('purpose'), fields: named('field') };
}

/** Why this way does not lead this reader to the person at this moment; null where it does. The second wall has the same rule in SQL. */
export function refusalOfWay(reader: Reader, way: Way, at: Date): WayRefusal | null {
  if (!reader.circles.includes(way.circleId)) return 'another_circle';
  if (way.until !== null && way.until.getTime() <= at.getTime()) return 'over';
  if (way.kind !== 'own' && !reader.classes.includes(way.recordClass)) return 'class_not_held';
  if (way.purpose !== null && !reader.purposes.includes(way.purpose)) return 'purpose_not_held';
  return null;
}

/** Somebody's own way, and looking after somebody, carry every group of fields; what is shared, those that it names. */
function carries(way: Way, category: DataCategory): boolean {
  return way.kind !== 'shared' || way.categories.includes(category);
}

const OF_ROLE: Partial<Record<DataCategory, string>> = { contact: 'contact', need: 'need', note: 'note' };

/** Whether a reader sees this group of fields by one of these ways: the way must carry it, and the role have it. */
export function maySee(reader: Reader, ways: readonly Way[], asked: { category: DataCategory; at: Date }): boolean {
  const field = OF_ROLE[asked.category];
  return ways.some(
    (way) =>
      refusalOfWay(reader, way, asked.at) === null &&
      carries(way, asked.category) &&
      (field === undefined || way.kind === 'own' || reader.fields.includes(field)),
  );
}

/** Whether a reader may write: only by looking after the person, or being them. */
export function mayWrite(reader: Reader, ways: readonly Way[], at: Date): boolean {
  return ways.some((way) => way.kind !== 'shared' && refusalOfWay(reader, way, at) === null);
}

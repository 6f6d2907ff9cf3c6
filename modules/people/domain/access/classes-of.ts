import type { Actor } from '@qantara/kernel';
import { RecordClass } from '../../contract/record-class.ts';

/** The classes of record that somebody's role lets them know of: the ordinary one, and those that it names. */
export function classesOf({ permissions }: Pick<Actor, 'permissions'>): RecordClass[] {
  return RecordClass.options.filter((one) => one === 'ordinary' || permissions.has(`class:${one}`));
}

/** Whether somebody's role has this class. */
export function holdsClass(actor: Pick<Actor, 'permissions'>, wanted: RecordClass): boolean {
  return classesOf(actor).includes(wanted);
}

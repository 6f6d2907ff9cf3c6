import type { Item } from '../../contract/index.ts';

type Work = Pick<Item, 'progress' | 'dueOn'>;

/** Work that is over is late no more, however late it was. */
export const isOver = ({ progress }: Pick<Item, 'progress'>): boolean => progress === 'done' || progress === 'stopped';

/** Its day has passed and it is not over, or its lead says that it is delayed. */
export function isLate(work: Work, today: string): boolean {
  if (isOver(work)) return false;
  return work.progress === 'delayed' || (work.dueOn !== null && work.dueOn < today);
}

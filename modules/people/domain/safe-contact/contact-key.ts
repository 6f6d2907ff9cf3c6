import { latinDigits } from '@qantara/kernel';
import type { ContactPoint } from '../../contract/index.ts';

const FEWEST_DIGITS = 6;
/** A number is told by its end: the country before it is written or not. */
const TOLD_BY = 8;

/** What two records have in common that hold one way of contact, however it was typed; null where nothing tells it. */
export function contactKey({ kind, value }: Pick<ContactPoint, 'kind' | 'value'>): string | null {
  if (kind === 'email') return `mailbox:${value.trim().toLowerCase()}`;
  if (kind !== 'phone' && kind !== 'message') return null;
  const digits = latinDigits(value).replaceAll(/\D/g, '');
  return digits.length < FEWEST_DIGITS ? null : `number:${digits.slice(-TOLD_BY)}`;
}

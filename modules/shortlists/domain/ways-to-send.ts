import type { Person } from '@qantara/people/contract';

export type WayToSend = { kind: Person['contactPoints'][number]['kind']; value: string };

/** A list can be sent by writing, never by ringing somebody up or by calling on them. */
const WRITTEN = new Set(['message', 'email', 'phone']);

/**
 * How a list may be sent to a person: by ways that they called safe and that are written, and by none where any contact
 * could put them in danger (design: a resident in danger is never contacted at an unsafe number). Then it is printed.
 */
export function waysToSend(person: Pick<Person, 'mayContact' | 'contactPoints'>): WayToSend[] {
  if (!person.mayContact) return [];
  return person.contactPoints
    .filter((point) => point.isSafe && WRITTEN.has(point.kind))
    .map(({ kind, value }) => ({ kind, value }));
}

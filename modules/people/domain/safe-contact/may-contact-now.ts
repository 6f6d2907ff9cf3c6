import type { Channel, ContactKind, ContactPoint, ContactRefusal, ContactWords, Person } from '../../contract/index.ts';
import { contactKey } from './contact-key.ts';
import { isInSafeHours } from './safe-hours.ts';

/** A moment on the clock of the region. */
export type Moment = { at: Date; timeZone: string };

export type MayContact =
  | { isAllowed: true; point: ContactPoint; words: ContactWords }
  | { isAllowed: false; refused: ContactRefusal };

/** By which channels a way of contact can be used; the first is what it is meant for. */
export const CHANNELS_OF: Readonly<Record<ContactKind, readonly [Channel, ...Channel[]]>> = {
  phone: ['call', 'text'],
  message: ['text'],
  email: ['email'],
  address: ['letter', 'visit'],
  in_person: ['visit'],
};

/** What stays to be read by whoever opens the letter, the mailbox or the telephone. */
const LEAVES_A_TRACE: ReadonlySet<Channel> = new Set(['text', 'email', 'letter']);

/** What of one word about a way of contact protects: all that is told of a record which whoever asks does not see. */
export type ContactGuard = Pick<
  ContactPoint,
  'kind' | 'value' | 'isSafe' | 'isShared' | 'mayLeaveMessage' | 'isDisguised' | 'safeDays' | 'safeFrom' | 'safeUntil'
>;

/** Whether and how somebody may be reached; `guards` is what records say that are one person with theirs, seen or not. */
export type ContactFacts = Pick<Person, 'mayContact' | 'contactPoints'> & { guards?: readonly ContactGuard[] };

/** Every word about these ways of contact. */
export const wordsAbout = ({ contactPoints, guards = [] }: ContactFacts): ContactGuard[] => [
  ...contactPoints,
  ...guards,
];

const keyOf = (point: ContactGuard): string => contactKey(point) ?? point.value;

/**
 * What else is noted of the same way of contact, as where two records are one person: of two words about one number the more
 * protective holds (design rule 5).
 */
export function twinsOf(point: ContactGuard, all: readonly ContactGuard[]): ContactGuard[] {
  return all.filter((other) => other.kind === point.kind && keyOf(other) === keyOf(point));
}

/** What to say by a way of contact, and what not; a message is left only where the person allowed it. */
export function wordsOf(point: ContactPoint, all: readonly ContactGuard[]): ContactWords {
  const twins = twinsOf(point, all);
  return {
    sayFirst: point.sayFirst,
    askFor: point.askFor,
    presentAs: point.presentAs,
    mayLeaveMessage: twins.every((twin) => twin.mayLeaveMessage),
    isDisguised: twins.some((twin) => twin.isDisguised),
  };
}

function refusalOfOne(point: ContactGuard, channel: Channel, moment: Moment): ContactRefusal | null {
  if (!CHANNELS_OF[point.kind].includes(channel)) return 'no_way';
  if (!point.isSafe) return 'not_safe';
  if (point.isShared && LEAVES_A_TRACE.has(channel) && !point.mayLeaveMessage) return 'others_read_it';
  return isInSafeHours(point, moment.at, moment.timeZone) ? null : 'outside_hours';
}

/** Why this way is not to be used by this channel now; null where it may be. */
export function refusalOf(
  point: ContactPoint,
  channel: Channel,
  of: { all: readonly ContactGuard[]; moment: Moment },
): ContactRefusal | null {
  const refused = twinsOf(point, of.all).map((twin) => refusalOfOne(twin, channel, of.moment));
  return refused.find((reason) => reason !== null) ?? null;
}

/** The nearest to being allowed is what a reader is told: to wait says more than that there is no way. */
const NEAREST: readonly ContactRefusal[] = ['outside_hours', 'others_read_it', 'not_safe', 'no_way'];

/**
 * Whether somebody may be contacted by a channel at a moment, and with which words: never who asked not to be, never by a way
 * that they did not call safe, never outside their hours, and never in writing where others read it (casework anchor §13.11).
 */
export function mayContactNow(person: ContactFacts, channel: Channel, moment: Moment): MayContact {
  if (!person.mayContact) return { isAllowed: false, refused: 'do_not_contact' };
  const all = wordsAbout(person);
  const judged = person.contactPoints.map((point) => ({ point, refused: refusalOf(point, channel, { all, moment }) }));
  const free = judged.find(({ refused }) => refused === null);
  if (free !== undefined) return { isAllowed: true, point: free.point, words: wordsOf(free.point, all) };
  const reasons = new Set(judged.map(({ refused }) => refused));
  return { isAllowed: false, refused: NEAREST.find((reason) => reasons.has(reason)) ?? 'no_way' };
}

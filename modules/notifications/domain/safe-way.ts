import type { ContactWay, SafeContact } from '@qantara/people/contract';
import { contactKey } from '@qantara/people/domain';
import type { MessageReason, NoticeChannel } from '../contract/index.ts';

/** By which way a person may be written to at this moment, or why by none; `until` where it is only the hour. */
export type SafeWay =
  | { isSafe: true; channel: NoticeChannel; address: string; isDisguised: boolean }
  | { isSafe: false; why: MessageReason };

const CHANNEL_OF: Partial<Record<ContactWay['channel'], NoticeChannel>> = { text: 'sms', email: 'email' };

const keyOf = (way: ContactWay): string => contactKey(way) ?? way.value;

/**
 * Of two words about one number the more protective holds (design rule 5), also where one was noted as a telephone and the other as what
 * messages go to: a message that leaves is read on the same screen.
 */
function asProtected(way: ContactWay, all: readonly ContactWay[]): ContactWay {
  const same = all.filter((other) => other.channel === way.channel && keyOf(other) === keyOf(way));
  const refused = same.find((other) => other.refused !== null)?.refused ?? null;
  const isDisguised = same.some(({ words }) => words.isDisguised);
  return { ...way, refused, words: { ...way.words, isDisguised } };
}

/** A letter shows whom it is from: where nobody may know, only a short message that says nothing is written. */
function isFit(way: ContactWay): boolean {
  return !(way.channel === 'email' && way.words.isDisguised);
}

/**
 * Chooses among the ways that people's own rule calls safe now, the telephone first; what it refuses is never used, whatever the
 * urgency. `open` are the ways out that the region has.
 */
export function safeWay(contact: SafeContact, open: ReadonlySet<NoticeChannel>): SafeWay {
  if (!contact.mayContact) return { isSafe: false, why: 'do_not_contact' };
  const written = contact.ways.flatMap((one) => {
    const way = asProtected(one, contact.ways);
    const channel = CHANNEL_OF[way.channel];
    return channel === undefined || !isFit(way) ? [] : [{ way, channel }];
  });
  const safe = written.filter(({ way }) => way.refused === null);
  const usable = safe.filter(({ channel }) => open.has(channel));
  const best = usable.find(({ channel }) => channel === 'sms') ?? usable[0];
  if (best !== undefined) {
    const { way, channel } = best;
    return { isSafe: true, channel, address: way.value, isDisguised: way.words.isDisguised };
  }
  if (safe.length > 0) return { isSafe: false, why: 'channel_off' };
  const isOnlyTheHour = written.some(({ way }) => way.refused === 'outside_hours');
  return { isSafe: false, why: isOnlyTheHour ? 'outside_hours' : 'no_safe_way' };
}

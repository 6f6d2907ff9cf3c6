import type { Channel, ContactPoint, ContactWay, Person, SafeContact } from '../../contract/index.ts';
import {
  CHANNELS_OF,
  refusalOf,
  twinsOf,
  wordsAbout,
  wordsOf,
  type ContactFacts,
  type Moment,
} from './may-contact-now.ts';

type Facts = ContactFacts & Pick<Person, 'noContactReason' | 'noContactSince'>;

const digits = (value: string): string => value.replaceAll(/[^+\d]/g, '');

/** Where a touch leads; the one place in which an address to a person is made. */
const LINK_OF: Readonly<Record<Channel, ((value: string) => string) | null>> = {
  call: (value) => `tel:${digits(value)}`,
  text: (value) => `sms:${digits(value)}`,
  email: (value) => `mailto:${encodeURIComponent(value).replaceAll('%40', '@')}`,
  letter: null,
  visit: null,
};

function wayOf(facts: Facts, point: ContactPoint, asked: { channel: Channel; moment: Moment }): ContactWay {
  const { channel, moment } = asked;
  const all = wordsAbout(facts);
  const refused = facts.mayContact ? refusalOf(point, channel, { all, moment }) : 'do_not_contact';
  const { kind, value, note, isShared, sharedWith, safeDays, safeFrom, safeUntil } = point;
  const link = refused === null ? (LINK_OF[channel]?.(value) ?? null) : null;
  return {
    kind,
    channel,
    value,
    isSafe: twinsOf(point, all).every((twin) => twin.isSafe),
    note,
    isShared,
    sharedWith,
    safeDays,
    safeFrom,
    safeUntil,
    words: wordsOf(point, all),
    refused,
    link,
  };
}

/**
 * Everything by which somebody may be reached at a moment, each way by what it is meant for or by the channels asked for. The
 * same rule as `mayContactNow`, for pages that show all ways beside one another.
 */
export function contactWays(facts: Facts, moment: Moment, channels: readonly Channel[] | null = null): SafeContact {
  const ways = facts.contactPoints.flatMap((point) => {
    const able = CHANNELS_OF[point.kind];
    const wanted = channels === null ? able.slice(0, 1) : able.filter((channel) => channels.includes(channel));
    return wanted.map((channel) => wayOf(facts, point, { channel, moment }));
  });
  return {
    mayContact: facts.mayContact,
    noContactReason: facts.mayContact ? null : (facts.noContactReason ?? 'not_said'),
    noContactSince: facts.mayContact ? null : facts.noContactSince,
    isDisguised: !facts.mayContact || wordsAbout(facts).some((word) => word.isDisguised || !word.isSafe),
    ways,
  };
}

/** A link with what is written in it already. */
export function withMessage(link: string, message: string): string {
  return link.startsWith('tel:') ? link : `${link}?body=${encodeURIComponent(message)}`;
}

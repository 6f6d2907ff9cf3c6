import { findAccountAddress } from '@qantara/identity/server';
import { Locale } from '@qantara/kernel';
import { findOrganisation } from '@qantara/organisations/server';
import { findPersonForUseCase, safeContactOf } from '@qantara/people/server';
import type { Ctx } from '@qantara/platform';
import type { MessageReason, NoticeChannel, NoticeTemplate } from '../../contract/index.ts';
import { endOfQuiet, safeWay } from '../../domain/index.ts';
import { channelFor, findAccountPreference, findOrganisationPreference } from '../preferences/preference-store.ts';
import type { NotificationsTables } from '../tables.gen.ts';
import type { Claimed } from './claim-store.ts';
import { nextSafeMoment } from './next-safe-moment.ts';
import { openChannels } from './open-channels.ts';

type SendingCtx = Ctx<NotificationsTables>;

/** By which way a message goes now, or why it does not. */
export type Way =
  | { go: true; channel: NoticeChannel; address: string; locale: Locale; isDisguised: boolean }
  | { go: false; why: MessageReason; until?: Date };

const not = (why: MessageReason): Way => ({ go: false, why });

type Quiet = { quietFrom: string | null; quietUntil: string | null };

function quietEnd(ctx: SendingCtx, { quietFrom: from, quietUntil: until }: Quiet): Date | undefined {
  if (from === null || until === null) return undefined;
  const end = endOfQuiet({ from, until }, ctx.now, ctx.timeZone);
  return end > ctx.now ? end : undefined;
}

type Wish = { channel: NoticeChannel; address: string | null; locale: Locale; until: Date | undefined };

function wayOf({ channel, address, locale, until }: Wish): Way {
  if (until !== undefined) return { go: false, why: 'quiet_hours', until };
  if (address === null || address === '') return not('no_address');
  return { go: true, channel, address, locale, isDisguised: false };
}

async function wayToAccount(ctx: SendingCtx, message: Claimed, template: NoticeTemplate): Promise<Way> {
  const account = await findAccountAddress(ctx, message.recipientId);
  if (account === undefined || account.isClosed) return not('recipient_gone');
  const kept = await findAccountPreference(ctx, message.recipientId);
  const channel = channelFor(kept, template.topic);
  if (channel === 'app') return not('wants_none');
  // What is urgent wakes whoever said that they are on duty, and nobody else.
  const isWoken = message.urgency === 'now' && kept.onDutyUntil !== null && kept.onDutyUntil > ctx.now;
  const until = isWoken ? undefined : quietEnd(ctx, kept);
  const address = channel === 'email' ? account.email : kept.phone;
  return wayOf({ channel, address, locale: kept.locale ?? account.locale, until });
}

async function wayToOrganisation(ctx: SendingCtx, { recipientId }: Claimed): Promise<Way> {
  const organisation = await findOrganisation(ctx, recipientId);
  if (organisation === undefined) return not('recipient_gone');
  const kept = await findOrganisationPreference(ctx, recipientId);
  const { channel, locale } = kept;
  if (channel === 'none') return not('wants_none');
  const address = channel === 'email' ? (kept.email ?? organisation.email) : kept.phone;
  return wayOf({ channel, address, locale, until: quietEnd(ctx, kept) });
}

/** Their own word is asked at this very moment, and obeyed whatever the urgency (design rule 5). */
async function wayToPerson(ctx: SendingCtx, { recipientId }: Claimed): Promise<Way> {
  const person = await findPersonForUseCase(ctx, recipientId);
  if (person === undefined) return not('recipient_gone');
  const contact = await safeContactOf(ctx, person, ['text', 'email']);
  const chosen = safeWay(contact, openChannels(ctx));
  if (chosen.isSafe) {
    const spoken = person.languages.map((code) => Locale.safeParse(code)).find(({ success }) => success);
    return { go: true, ...chosen, locale: spoken?.data ?? 'ar' };
  }
  if (chosen.why !== 'outside_hours') return not(chosen.why);
  return { go: false, why: 'outside_hours', until: await nextSafeMoment(ctx, person) };
}

/** Decides, at the moment of sending, by which way a message goes: what was preferred or safe when it was written may be so no more. */
export async function chooseWay(ctx: SendingCtx, message: Claimed, template: NoticeTemplate): Promise<Way> {
  const ways = { account: wayToAccount, organisation: wayToOrganisation, person: wayToPerson };
  const way = await ways[message.recipient](ctx, message, template);
  return way.go && !openChannels(ctx).has(way.channel) ? not('channel_off') : way;
}

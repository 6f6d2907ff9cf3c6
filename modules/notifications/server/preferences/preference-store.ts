import type { Ctx } from '@qantara/platform';
import type { Locale } from '@qantara/kernel';
import {
  NoticeTopic,
  StaffChannel,
  type NewAccountPreference,
  type NewOrganisationPreference,
  type OrganisationChannel,
  type StaffChannel as Channel,
} from '../../contract/index.ts';
import type { NotificationsTables } from '../tables.gen.ts';

type PreferenceCtx = Ctx<NotificationsTables>;

/** How an account wants to be told, as it is kept. */
export type KeptPreference = {
  locale: Locale | null;
  channels: Partial<Record<NoticeTopic, Channel>>;
  phone: string | null;
  quietFrom: string | null;
  quietUntil: string | null;
  onDutyUntil: Date | null;
  version: number;
};

/** Where nobody chose: what may not wait is written, the rest is found in the app. */
const BEFORE_ANY_CHOICE: Record<NoticeTopic, Channel> = {
  referrals: 'app',
  requests: 'app',
  safety: 'email',
  partnership: 'app',
  account: 'email',
};

const NOTHING_CHOSEN: KeptPreference = {
  locale: null,
  channels: {},
  phone: null,
  quietFrom: null,
  quietUntil: null,
  onDutyUntil: null,
  version: 0,
};

/** How somebody is told about a topic, beside the app. */
export function channelFor(kept: KeptPreference, topic: NoticeTopic): Channel {
  return kept.channels[topic] ?? BEFORE_ANY_CHOICE[topic];
}

function channelsOf(stored: unknown): KeptPreference['channels'] {
  const all = typeof stored === 'object' && stored !== null ? { ...stored } : {};
  const entries = Object.entries(all).filter(
    ([topic, channel]) => NoticeTopic.safeParse(topic).success && StaffChannel.safeParse(channel).success,
  );
  return Object.fromEntries(entries) as KeptPreference['channels'];
}

export async function findAccountPreference(
  { db, vault }: Pick<PreferenceCtx, 'db' | 'vault'>,
  accountId: string,
): Promise<KeptPreference> {
  const row = await db
    .selectFrom('notifications.account_preference')
    .selectAll()
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  if (row === undefined) return NOTHING_CHOSEN;
  return {
    locale: row.locale,
    channels: channelsOf(row.channels),
    phone: row.sealed_number === null ? null : vault.open(row.sealed_number),
    quietFrom: row.quiet_from,
    quietUntil: row.quiet_until,
    onDutyUntil: row.on_duty_until,
    version: row.version,
  };
}

/** Writes over the version that was read, or the first; false where somebody else was first. */
export async function saveAccountPreference(
  ctx: PreferenceCtx,
  accountId: string,
  given: NewAccountPreference & { onDutyUntil: Date | null },
): Promise<boolean> {
  const { phone } = given;
  const channels = Object.fromEntries(NoticeTopic.options.map((topic) => [topic, given[topic]]));
  const values = {
    locale: given.locale,
    channels: JSON.stringify(channels),
    sealed_number: phone === null ? null : ctx.vault.seal(phone),
    quiet_from: given.quietFrom,
    quiet_until: given.quietUntil,
    on_duty_until: given.onDutyUntil,
  };
  const saved = await ctx.db
    .insertInto('notifications.account_preference')
    .values({ account_id: accountId, ...values })
    .onConflict((conflict) =>
      conflict
        .column('account_id')
        .doUpdateSet((eb) => ({ ...values, version: eb('notifications.account_preference.version', '+', 1) }))
        .where('notifications.account_preference.version', '=', given.version),
    )
    .executeTakeFirst();
  return Number(saved.numInsertedOrUpdatedRows ?? 0) > 0;
}

/** How an organisation wants to be told, as it is kept. */
export type KeptOrganisationPreference = {
  channel: OrganisationChannel;
  locale: Locale;
  email: string | null;
  phone: string | null;
  quietFrom: string | null;
  quietUntil: string | null;
  version: number;
};

/** An organisation that nobody asked is written to at its published address, in the first language of the region. */
const UNASKED: KeptOrganisationPreference = {
  channel: 'email',
  locale: 'ar',
  email: null,
  phone: null,
  quietFrom: null,
  quietUntil: null,
  version: 0,
};

export async function findOrganisationPreference(
  { db }: Pick<PreferenceCtx, 'db'>,
  organisationId: string,
): Promise<KeptOrganisationPreference> {
  const row = await db
    .selectFrom('notifications.organisation_preference')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
  if (row === undefined) return UNASKED;
  const { channel, locale, email, phone, version } = row;
  return { channel, locale, email, phone, quietFrom: row.quiet_from, quietUntil: row.quiet_until, version };
}

/** Writes over the version that was read, or the first; false where somebody else was first. */
export async function saveOrganisationPreferenceRow(
  ctx: PreferenceCtx,
  given: NewOrganisationPreference,
): Promise<boolean> {
  const values = {
    channel: given.channel,
    locale: given.locale,
    email: given.email,
    phone: given.phone,
    quiet_from: given.quietFrom,
    quiet_until: given.quietUntil,
    written_by: ctx.actor.accountId,
    written_at: ctx.now,
  };
  const saved = await ctx.db
    .insertInto('notifications.organisation_preference')
    .values({ organisation_id: given.organisationId, ...values })
    .onConflict((conflict) =>
      conflict
        .column('organisation_id')
        .doUpdateSet((eb) => ({ ...values, version: eb('notifications.organisation_preference.version', '+', 1) }))
        .where('notifications.organisation_preference.version', '=', given.version),
    )
    .executeTakeFirst();
  return Number(saved.numInsertedOrUpdatedRows ?? 0) > 0;
}

import { findAccountAddress } from '@qantara/identity/server';
import { refuse } from '@qantara/kernel';
import { findOrganisation } from '@qantara/organisations/server';
import type { Ctx } from '@qantara/platform';
import {
  NoticeTopic,
  type AccountPreference,
  type NewAccountPreference,
  type NewOrganisationPreference,
  type OrganisationPreference,
} from '../../contract/index.ts';
import { mayPrefer } from '../../domain/index.ts';
import type { NotificationsTables } from '../tables.gen.ts';
import {
  channelFor,
  findAccountPreference,
  findOrganisationPreference,
  saveAccountPreference,
  saveOrganisationPreferenceRow,
} from './preference-store.ts';

type PreferenceCtx = Ctx<NotificationsTables>;

const HOUR = 3_600_000;

/** How the reader wants to be told. */
export async function getPreference(ctx: PreferenceCtx): Promise<AccountPreference> {
  const accountId = ctx.actor.accountId ?? refuse('not_signed_in');
  const address = await findAccountAddress(ctx, accountId);
  const kept = await findAccountPreference(ctx, accountId);
  const { messenger } = ctx.outside;
  const channels = Object.fromEntries(NoticeTopic.options.map((topic) => [topic, channelFor(kept, topic)]));
  const { locale, phone, quietFrom, quietUntil, onDutyUntil, version } = kept;
  return {
    locale,
    channels: channels as AccountPreference['channels'],
    phone,
    quietFrom,
    quietUntil,
    onDutyUntil: onDutyUntil !== null && onDutyUntil > ctx.now ? onDutyUntil.toISOString() : null,
    email: address?.email ?? '',
    organisationId: ctx.actor.organisationId,
    isMailOpen: messenger.mail.way !== 'off',
    isSmsOpen: messenger.sms.way !== 'off',
    version,
  };
}

/** Says how. Refuses `number_missing` where short messages are wanted and no number is given, `preference_changed` where another window was first. */
export async function savePreference(ctx: PreferenceCtx, given: NewAccountPreference): Promise<AccountPreference> {
  const accountId = ctx.actor.accountId ?? refuse('not_signed_in');
  const wantsSms = NoticeTopic.options.some((topic) => given[topic] === 'sms');
  if (wantsSms && given.phone === null) refuse('number_missing', { fields: [{ path: 'phone', code: 'required' }] });
  const onDutyUntil = given.dutyHours === 0 ? null : new Date(ctx.now.getTime() + given.dutyHours * HOUR);
  if (!(await saveAccountPreference(ctx, accountId, { ...given, onDutyUntil }))) refuse('preference_changed');
  ctx.emit({ type: 'notice_preference.saved', subject: accountId, data: { dutyHours: given.dutyHours } });
  return getPreference(ctx);
}

/** Where and how an organisation is told. Another's answers as one that is not there. */
export async function getOrganisationPreference(
  ctx: PreferenceCtx,
  { organisationId }: { organisationId: string },
): Promise<OrganisationPreference> {
  const organisation = mayPrefer(ctx.actor, organisationId) ? await findOrganisation(ctx, organisationId) : undefined;
  if (organisation === undefined) return refuse('organisation_not_found');
  const kept = await findOrganisationPreference(ctx, organisationId);
  return {
    organisationId,
    name: organisation.name,
    publishedEmail: organisation.email,
    ...kept,
  };
}

/** Says where and how. Refuses `preference_changed` where a colleague was first. */
export async function saveOrganisationPreference(
  ctx: PreferenceCtx,
  given: NewOrganisationPreference,
): Promise<OrganisationPreference> {
  const { organisationId, channel } = given;
  await getOrganisationPreference(ctx, { organisationId });
  if (!(await saveOrganisationPreferenceRow(ctx, given))) refuse('preference_changed');
  ctx.emit({ type: 'notice_preference.saved', subject: organisationId, data: { channel } });
  return getOrganisationPreference(ctx, { organisationId });
}

import type { Actor } from '@qantara/kernel';
import { coversScope } from '@qantara/identity/contract';
import { findActorOf, findProgram } from '@qantara/identity/server';
import { inTheNameOf, type DeliveredEvent } from '@qantara/platform';
import { findStanding } from '@qantara/referrals/server';
import { NewsType } from '../contract/index.ts';
import { matches, type Happened } from '../domain/index.ts';
import { addDelivery } from './delivery-store.ts';
import { criteriaOf, listListeners, type In, type WebhookRow } from './webhook-store.ts';

/** A referral as this program may know it at this moment; undefined where it may not, as if nothing had happened. */
async function findHappened(ctx: In, actor: Actor, referralId: string): Promise<Happened | undefined> {
  const found = await inTheNameOf(ctx, actor, (as) => findStanding(as, referralId));
  if (found === undefined) return undefined;
  const { status, organisationId: ownerId, fromOrganisationId: requesterId } = found;
  return { status, ownerId, requesterId, subjectId: referralId };
}

/** Whether a consent that ended was one that named this program's organisation. */
function consentHappened({ subject, data }: DeliveredEvent, { organisationId }: Actor): Happened | undefined {
  const recipients = Array.isArray(data['recipients']) ? data['recipients'] : [];
  if (organisationId === null || !recipients.includes(organisationId)) return undefined;
  return { status: 'inactive', ownerId: null, requesterId: null, subjectId: subject };
}

/** A Subscription was made under scopes: once they are narrowed so that the program reads no Task, it is told of none. */
async function isGranted(ctx: In, { format, account_id: programId }: WebhookRow): Promise<boolean> {
  return format !== 'fhir' || coversScope((await findProgram(ctx, programId))?.scopes ?? [], 'Task', 'r');
}

async function tellOne(ctx: In, webhook: WebhookRow, event: DeliveredEvent): Promise<void> {
  const actor = await findActorOf(ctx, webhook.account_id);
  if (actor === undefined || actor.organisationId === null || !(await isGranted(ctx, webhook))) return;
  const happened = event.type.startsWith('consent.')
    ? consentHappened(event, actor)
    : await findHappened(ctx, actor, event.subject);
  if (happened !== undefined && matches(criteriaOf(webhook), happened))
    await addDelivery(ctx, webhook.webhook_id, event);
}

async function tell(ctx: In, event: DeliveredEvent): Promise<void> {
  const type = NewsType.parse(event.type);
  for (const webhook of await listListeners(ctx, type)) await tellOne(ctx, webhook, event);
}

/** What a server slept over for longer is read by its moment of change, and told to nobody. */
const NEWS_FOR_DAYS = 7;

/** Each kind of news, put in the line of whoever waits for it and may know of it at that moment. */
export const NEWS_OF_WEBHOOKS = NewsType.options.map((type) => ({
  event: type,
  name: `webhooks.tell-${type.replace(/[._]/g, '-')}`,
  newsForDays: NEWS_FOR_DAYS,
  handle: tell,
}));

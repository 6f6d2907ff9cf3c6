import { coversScope } from '@qantara/identity/contract';
import { refuse } from '@qantara/kernel';
import {
  beginSubscription,
  endSubscription,
  findSubscription,
  listSubscriptions,
  retrySubscription,
} from '@qantara/webhooks/server';
import {
  codesAsked,
  filtersOf,
  isUuid,
  readShape,
  subscriptionIn,
  subscriptionOf,
  SubscriptionShape,
  type Question,
  type Resource,
  type SubscriptionBody,
} from '../../domain/index.ts';
import { SCOPE_LETTER } from '../../contract/index.ts';
import type { Call, Kind, Page } from '../call.ts';
import { idsLeft } from '../questions.ts';

async function read({ ctx }: Call, id: string): Promise<Resource | undefined> {
  const kept = isUuid(id) ? await findSubscription(ctx, id) : undefined;
  return kept === undefined ? undefined : subscriptionOf(kept);
}

async function search({ ctx }: Call, question: Question): Promise<Page> {
  const ids = idsLeft(question);
  const states = codesAsked(question, 'status');
  const urls = filtersOf(question, 'uri', 'url').map(({ values }) => values);
  const found = (await listSubscriptions(ctx)).filter(({ subscriptionId, state, resource }) => {
    const { endpoint } = (resource as SubscriptionBody).channel;
    return (
      (ids === null || ids.includes(subscriptionId)) &&
      (states === null || states.includes(state)) &&
      urls.every((values) => values.includes(endpoint))
    );
  });
  return { resources: found.slice(0, question.count).map(subscriptionOf), next: null, total: found.length };
}

/** Being told of referrals is reading them. Refuses `scope_missing`. */
async function create(call: Call, given: Resource): Promise<Resource> {
  if (!coversScope(call.ctx.actor.scopes ?? [], 'Task', SCOPE_LETTER.read)) refuse('scope_missing');
  const body = readShape(given, SubscriptionShape);
  if (body.status !== 'requested')
    refuse('status_not_kept', { fields: [{ path: 'Subscription.status', code: 'invalid' }] });
  const { header: _secret, ...channel } = body.channel;
  const begun = { ...subscriptionIn(body, call.base), resource: { ...body, channel } };
  const id = await beginSubscription(call.ctx, begun);
  return (await read(call, id)) ?? refuse('resource_not_found');
}

const sameBut = ({ status: _status, channel, ...rest }: SubscriptionBody): string =>
  JSON.stringify([rest, channel.type, channel.endpoint, channel.payload]);

/** Turned off, or asked to be tried again. Refuses `subscription_fixed` where anything else is changed. */
async function update(call: Call, given: Resource, before: Resource): Promise<Resource> {
  const body = readShape(given, SubscriptionShape);
  const former = readShape(before, SubscriptionShape);
  if (sameBut(body) !== sameBut(former)) refuse('subscription_fixed');
  const id = String(before['id']);
  if (body.status === 'off' && former.status !== 'off') await endSubscription(call.ctx, id);
  else if (body.status === 'requested' && former.status !== 'off') await retrySubscription(call.ctx, id);
  else refuse('status_not_kept', { fields: [{ path: 'Subscription.status', code: 'invalid' }] });
  return (await read(call, id)) ?? refuse('resource_not_found');
}

/** What a program is told of: its own subscriptions, and nobody else's. */
export const subscriptionKind: Kind = { read, search, create, update };

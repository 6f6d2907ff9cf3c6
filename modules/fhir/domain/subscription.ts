import { refuse } from '@qantara/kernel';
import { STEP_NEWS } from '@qantara/webhooks/contract';
import { z } from 'zod';
import { list, text, uri } from './elements.ts';
import { isUuid, localReference, type Resource } from './resource.ts';

const TOPIC = 'http://hl7.org/fhir/us/sdoh-clinicalcare/SubscriptionTopic/Task';
const BACKPORT = 'http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-';
const FILTER = `${BACKPORT}filter-criteria`;
const CONTENT = `${BACKPORT}payload-content`;

const Said = z.object({ url: uri, valueString: text.optional(), valueCode: text.optional() });
const Extended = z.object({ extension: list(Said).optional() });

/** What of a Subscription is kept (FHIR R4 §2.1.12, and the R4 profile of Subscriptions R5 Backport). */
export const SubscriptionShape = z.object({
  status: z.enum(['requested', 'active', 'error', 'off']),
  contact: list(z.object({ system: text.optional(), value: text.optional() })).optional(),
  end: z.iso.datetime({ offset: true }).optional(),
  reason: text,
  criteria: text,
  _criteria: Extended.optional(),
  channel: z.object({
    type: z.enum(['rest-hook', 'email']),
    endpoint: uri,
    payload: text.optional(),
    _payload: Extended.optional(),
    header: list(text).optional(),
  }),
});
export type SubscriptionBody = z.infer<typeof SubscriptionShape>;

const refused = (code: string, path: string): never =>
  refuse(code, { fields: [{ path: `Subscription.${path}`, code: 'invalid' }] });

type Criteria = { status?: string[]; ownerId?: string; requesterId?: string; subjectId?: string };

function organisationIn(value: string, base: string): string {
  const named = localReference(value, base);
  const id = named === undefined ? value : named.id;
  if ((named !== undefined && named.type !== 'Organization') || !isUuid(id))
    return refused('subscription_criteria', 'criteria');
  return id.toLowerCase();
}

/** What every referral is, so that asking for it narrows nothing. */
const ALWAYS: Readonly<Record<string, string>> = { code: 'fulfill', intent: 'order', 'status:not': 'draft' };

function criterionOf(name: string, value: string, base: string): Criteria {
  if (ALWAYS[name] === value.split('|').at(-1)) return {};
  if (name === 'status') return { status: value.split(',').map((one) => one.split('|').at(-1) ?? '') };
  if (name === 'owner') return { ownerId: organisationIn(value, base) };
  if (name === 'requester') return { requesterId: organisationIn(value, base) };
  if (name === '_id' && isUuid(value)) return { subjectId: value.toLowerCase() };
  return refused('subscription_criteria', 'criteria');
}

/** `Task?status=requested&owner=Organization/…`: what of what happens is meant. */
function criteriaIn(query: string, base: string): Criteria {
  const [, words] = /^(?:\/?Task)?\??(.*)$/.exec(query) ?? [];
  const asked = [...new URLSearchParams(words ?? '')].filter(([name]) => name !== '_lastUpdated');
  return asked.reduce<Criteria>((all, [name, value]) => ({ ...all, ...criterionOf(name, value, base) }), {});
}

function allCriteria({ criteria, _criteria: more }: SubscriptionBody, base: string): Criteria {
  const filters = (more?.extension ?? []).flatMap(({ url, valueString }) =>
    url === FILTER && valueString !== undefined ? [valueString] : [],
  );
  if (criteria === TOPIC) return Object.assign({}, ...filters.map((query) => criteriaIn(query, base))) as Criteria;
  return /^\/?Task(?:\?|$)/.test(criteria) ? criteriaIn(criteria, base) : refused('subscription_criteria', 'criteria');
}

type Channel = SubscriptionBody['channel'];

const isPlace = ({ type, endpoint }: Channel): boolean =>
  type === 'email'
    ? /^mailto:[^\s@]+@[^\s@]+$/i.test(endpoint)
    : endpoint.startsWith('https://') && URL.canParse(endpoint);

function isThin({ type, payload, _payload: more }: Channel): boolean {
  const content = (more?.extension ?? []).find(({ url }) => url === CONTENT)?.valueCode ?? 'id-only';
  const isJson = payload === undefined || /^application\/(?:fhir\+)?json/.test(payload) || type === 'email';
  return isJson && ['id-only', 'empty'].includes(content);
}

function checkChannel({ channel }: SubscriptionBody): void {
  if (!isPlace(channel)) refused('subscription_endpoint', 'channel.endpoint');
  if (!isThin(channel)) refused('subscription_payload', 'channel.payload');
}

/** What is to be told where. Refuses what would carry more than identifiers, or is asked of anything but referrals. */
export function subscriptionIn(body: SubscriptionBody, base: string) {
  checkChannel(body);
  const { channel, end } = body;
  return {
    channel: channel.type,
    endpoint: channel.endpoint,
    types: STEP_NEWS,
    criteria: allCriteria(body, base),
    headers: channel.header ?? [],
    endsAt: end === undefined ? null : new Date(end),
  };
}

type Standing = {
  subscriptionId: string;
  state: SubscriptionBody['status'];
  fault: string | null;
  version: number;
  changedAt: Date;
  resource: Record<string, unknown>;
};

/** The Subscription as it stands. Headers are secrets of the receiver: they are not given back. */
export function subscriptionOf({ subscriptionId, state, fault, version, changedAt, resource }: Standing): Resource {
  const { channel, ...rest } = resource as SubscriptionBody & Record<string, unknown>;
  const { header: _secret, ...shown } = channel;
  return {
    resourceType: 'Subscription',
    id: subscriptionId,
    meta: { versionId: String(version), lastUpdated: changedAt.toISOString() },
    ...rest,
    status: state,
    ...(fault === null ? {} : { error: fault }),
    channel: shown,
  };
}

/** One event as it is told: which record by its identifier, never what is in it. */
export type News = { eventId: string; type: string; subjectId: string; number: number; happenedAt: string };

/** Of which kind of FHIR's resources an event speaks. */
export function focusOf(type: string): 'Task' | 'Consent' {
  return type.startsWith('consent.') ? 'Consent' : 'Task';
}

/** In this product's own words, as Standard Webhooks recommends: thin, with the address where more is read. */
export function plainNews({ type, subjectId, happenedAt }: News, address: string): string {
  const url = `${address}/fhir/${focusOf(type)}/${subjectId}`;
  return JSON.stringify({ type, timestamp: happenedAt, data: { id: subjectId, url } });
}

type Notified = { subscriptionId: string; topic: string; status: string; count: number; address: string };

const STATUS_PROFILE =
  'http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-subscription-status-r4';
const NOTIFICATION_PROFILE =
  'http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-subscription-notification-r4';

function statusParameters({ subscriptionId, topic, status, count, address }: Notified, news: News | null) {
  const event = (one: News) => ({
    name: 'notification-event',
    part: [
      { name: 'event-number', valueString: String(one.number) },
      { name: 'timestamp', valueInstant: one.happenedAt },
      { name: 'focus', valueReference: { reference: `${address}/fhir/${focusOf(one.type)}/${one.subjectId}` } },
    ],
  });
  return [
    { name: 'subscription', valueReference: { reference: `${address}/fhir/Subscription/${subscriptionId}` } },
    { name: 'topic', valueCanonical: topic },
    { name: 'status', valueCode: status },
    { name: 'type', valueCode: news === null ? 'handshake' : 'event-notification' },
    { name: 'events-since-subscription-start', valueString: String(count) },
    ...(news === null ? [] : [event(news)]),
  ];
}

/**
 * FHIR's notification with identifiers alone (Subscriptions R5 Backport 1.1, R4 topic-based, id-only): a Bundle of type history whose
 * first entry is the status. Without news it is the handshake by which a subscription begins.
 */
export function fhirNews(notified: Notified, news: News | null, ids: { bundle: string; status: string }): string {
  const { address, subscriptionId } = notified;
  const focus = news === null ? [] : [`${focusOf(news.type)}/${news.subjectId}`];
  return JSON.stringify({
    resourceType: 'Bundle',
    id: ids.bundle,
    meta: { profile: [NOTIFICATION_PROFILE] },
    type: 'history',
    timestamp: news?.happenedAt,
    entry: [
      {
        fullUrl: `urn:uuid:${ids.status}`,
        resource: {
          resourceType: 'Parameters',
          id: ids.status,
          meta: { profile: [STATUS_PROFILE] },
          parameter: statusParameters(notified, news),
        },
        request: { method: 'GET', url: `${address}/fhir/Subscription/${subscriptionId}/$status` },
        response: { status: '200' },
      },
      ...focus.map((reference) => ({
        fullUrl: `${address}/fhir/${reference}`,
        request: { method: 'PUT', url: reference },
        response: { status: '200' },
      })),
    ],
  });
}

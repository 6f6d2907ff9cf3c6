import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';
import { knownId } from './known-id.ts';
import { WORDS } from './words.ts';

/** Run as its own process: `drive.ts <kind> <port> <seconds> <first>` prints one line of JSON. */
const [kind = '', port = '', seconds = '5', first = '0'] = process.argv.slice(2);

let count = Number(first);

/** A person who has not been referred for food yet, and a service of a partner that their consent names. */
function nextReferral(): string {
  count += 1;
  const person = count % 50_000;
  const organisation = (person + Math.floor(count / 50_000)) % 500;
  return JSON.stringify({
    personId: knownId(`person ${person}`),
    needCode: 'food',
    serviceIds: [knownId(`service ${organisation}`)],
  });
}

/** The Task that sends an order which is there already. */
function nextTask(): autocannon.Request {
  count += 1;
  const person = count % 50_000;
  const organisation = (person + Math.floor(count / 50_000)) % 500;
  const serviceId = knownId(`service ${organisation}`);
  const body = {
    resourceType: 'Task',
    status: 'requested',
    intent: 'order',
    code: { coding: [{ system: 'http://hl7.org/fhir/CodeSystem/task-code', code: 'fulfill' }] },
    focus: { reference: `ServiceRequest/${knownId(`order ${person}`)}` },
    for: { reference: `Patient/${knownId(`person ${person}`)}` },
    owner: { reference: `HealthcareService/${serviceId}` },
    // What the bare server reads.
    personId: knownId(`person ${person}`),
    serviceIds: [serviceId],
  };
  const headers = { authorization: 'Bearer program', 'content-type': 'application/fhir+json' };
  return { method: 'POST', path: '/fhir/Task', headers, body: JSON.stringify(body) };
}

/** The newest requests that wait, as a clinic asks for them. */
function searchTasks(): autocannon.Request {
  const headers = { authorization: 'Bearer program', 'content-type': 'application/x-www-form-urlencoded' };
  return { method: 'POST', path: '/fhir/Task/_search', headers, body: 'status=requested&_count=20' };
}

/** A request that waits for the partner's answer, and its yes. */
function nextAnswer(): autocannon.Request {
  count += 1;
  const referralId = knownId(`answer ${count}`);
  const headers = {
    authorization: 'Bearer partner',
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
  };
  const body = JSON.stringify({ referralId, version: 1 });
  return { method: 'POST', path: `/api/referrals/${referralId}/accept`, headers, body };
}

function nextRequest(): autocannon.Request {
  const authorization = 'Bearer bench';
  if (kind === 'search') {
    count += 1;
    return { path: `/api/services?words=${encodeURIComponent(WORDS[count % WORDS.length] ?? '')}`, headers: {} };
  }
  if (kind === 'worklist') return { path: '/api/worklist', headers: { authorization } };
  if (kind === 'answer') return nextAnswer();
  if (kind === 'fhir-search') return searchTasks();
  if (kind === 'fhir-create') return nextTask();
  const headers = { authorization, 'content-type': 'application/json', 'idempotency-key': randomUUID() };
  return { method: 'POST', path: '/api/referrals', headers, body: nextReferral() };
}

const result = await autocannon({
  url: `http://127.0.0.1:${port}`,
  connections: 16,
  duration: Number(seconds),
  requests: [{ setupRequest: (request) => Object.assign(request, nextRequest()) }],
});
const { requests, latency, non2xx } = result;
process.stdout.write(
  `${JSON.stringify({ perSecond: requests.average, p50: latency.p50, p99: latency.p99, failed: non2xx + result.errors, next: count })}\n`,
);

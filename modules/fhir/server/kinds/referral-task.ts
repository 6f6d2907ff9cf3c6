import { refuse } from '@qantara/kernel';
import { listServicePage } from '@qantara/directory/server';
import { STEP_ROUTES, type Referral, type ReferralStep } from '@qantara/referrals/contract';
import { takeStep } from '@qantara/referrals/server';
import {
  isUuid,
  localReference,
  needIn,
  noteIn,
  outcomeIn,
  priorityIn,
  reasonIn,
  stepTo,
  type OrderBody,
  type Resource,
  type TaskBody,
} from '../../domain/index.ts';
import type { Call } from '../call.ts';
import { saveIdentifiers } from '../identifier-store.ts';
import { findKept, type KeptRow } from '../resource-store.ts';
import { insertTask, saveOutput } from '../task-store.ts';
import { personNamed } from './kept.ts';
import { moreOf, offers, taskFrom } from './read-referral-task.ts';

const invalid = (code: string, path: string): never => refuse(code, { fields: [{ path, code: 'invalid' }] });

/** The order that a Task is for, which the same program can see. Refuses `order_unknown`. */
async function orderFor(call: Call, body: TaskBody): Promise<KeptRow> {
  const named = localReference(body.focus?.reference, call.base);
  const row =
    named?.type === 'ServiceRequest' && isUuid(named.id) ? await findKept(call, 'ServiceRequest', named.id) : undefined;
  if (row === undefined) return invalid('order_unknown', 'Task.focus');
  const personId = personNamed(call, body.for, 'Task.for');
  return row.person_id === personId ? row : invalid('person_unknown', 'Task.for');
}

function needOf(order: OrderBody): string {
  return needIn([...order.category, order.code]) ?? invalid('need_unknown', 'Task.focus');
}

const idOf = (
  call: Call,
  type: string,
  references: readonly ({ reference?: string | undefined } | undefined)[],
): string | undefined => {
  const named = references.map((one) => localReference(one?.reference, call.base));
  const found = named.find((one) => one?.type === type && isUuid(one.id));
  return found?.id.toLowerCase();
};

/** The service that is asked: the one that is named, else the only one of its owner for this need; null asks all who may help. */
async function serviceFor(call: Call, body: TaskBody, order: OrderBody): Promise<string | null> {
  const named = idOf(call, 'HealthcareService', [body.owner, ...(order.performer ?? [])]);
  if (named !== undefined) return named;
  if (body.owner === undefined) return null;
  const organisationId = idOf(call, 'Organization', [body.owner]) ?? invalid('service_unclear', 'Task.owner');
  const services = await listServicePage(call.ctx, {
    organisationIds: [organisationId],
    needCodes: [needOf(order)],
    limit: 2,
  });
  const [service] = services;
  return services.length === 1 && service !== undefined ? service.serviceId : invalid('service_unclear', 'Task.owner');
}

const noteOf = ({ note = [] }: TaskBody): string =>
  note
    .map(({ text }) => text)
    .join('\n')
    .slice(0, 2000);

/** Sends what a Task asks for. What is drafted stays with who drafts it. Refuses `status_not_kept`, and what sending refuses. */
export async function sendTask(call: Call, body: TaskBody): Promise<Resource> {
  if (body.status !== 'requested') invalid('status_not_kept', 'Task.status');
  const row = await orderFor(call, body);
  const order = row.body as unknown as OrderBody;
  const serviceId = await serviceFor(call, body, order);
  const given = {
    personId: row.person_id,
    needCode: needOf(order),
    priority: priorityIn(body.priority ?? order.priority),
    recordClass: row.record_class,
    note: noteOf(body),
  };
  const [referral] =
    serviceId === null
      ? [await call.referrals.sendOpen(given)]
      : (await call.referrals.sendReferrals({ ...given, serviceIds: [serviceId] })).referrals;
  if (referral === undefined) throw new Error('nothing was sent');
  const { referralId, personId } = referral;
  await insertTask(call, { personId, referralId }, row.resource_id);
  await saveIdentifiers(
    call,
    { personId, type: 'Task', id: referralId },
    { identifiers: body.identifier, isNew: true },
  );
  const known = { ...referral, updatedAt: referral.sentAt ?? referral.createdAt };
  return taskFrom(known, { orderId: row.resource_id, identifiers: body.identifier, note: referral.note });
}

type Step = Exclude<ReferralStep, 'send'>;

/** A partner cancels as the state diagram lets it: the product's own page leaves that to whoever asked. */
async function step(call: Call, name: Step, given: Parameters<typeof takeStep>[2]): Promise<Referral> {
  const isPartner = call.ctx.actor.permissions.has('referral:answer');
  if (name === 'cancel' && isPartner) return takeStep(call.ctx, 'cancel', given);
  return call.referrals[STEP_ROUTES[name]](given);
}

async function claim(call: Call, id: string): Promise<Resource> {
  const request = (await offers(call)).find(({ referralId }) => referralId === id) ?? refuse('resource_not_found');
  const { referralId, serviceId } = request;
  const referral = await call.referrals.claimRequest({ referralId, serviceId });
  return taskFrom({ ...referral, updatedAt: call.ctx.now.toISOString() }, await moreOf(call, id));
}

const isOffered = ({ for: whom }: Resource): boolean => !Object.hasOwn(whom as object, 'reference');

type Taken = { id: string; name: Step; body: TaskBody; version: number };

async function takenTask(call: Call, { id, name, body, version }: Taken): Promise<Resource> {
  const note = noteIn(body.statusReason);
  const given = {
    referralId: id as Referral['referralId'],
    version,
    reasonCode: reasonIn(body.statusReason),
    outcomeCode: name === 'complete' ? outcomeIn(body) : null,
    note,
  };
  const referral = await step(call, name, given);
  const of = { personId: referral.personId, referralId: referral.referralId };
  if (name === 'complete' && body.output !== undefined) await saveOutput(call, of, body.output);
  const known = { ...referral, updatedAt: call.ctx.now.toISOString() };
  return taskFrom(known, { ...(await moreOf(call, id)), reasonText: note === '' ? null : note });
}

/** Takes the step that a Task's new status asks for. Refuses what the lifecycle refuses. */
export async function stepTask(call: Call, body: TaskBody, before: Resource): Promise<Resource> {
  const id = String(before['id']);
  if (isOffered(before))
    return body.status === 'accepted' ? claim(call, id) : invalid('step_not_possible', 'Task.status');
  const from = before['status'] as Referral['status'];
  if (from === body.status) return before;
  const name = stepTo(from, body.status);
  if (name === undefined || name === 'send') return invalid('step_not_possible', 'Task.status');
  const { versionId } = before['meta'] as { versionId: string };
  return takenTask(call, { id, name, body, version: Number(versionId) });
}

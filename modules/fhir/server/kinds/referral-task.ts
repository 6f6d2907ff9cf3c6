import { Refusal, refuse } from '@qantara/kernel';
import { listServicePage } from '@qantara/directory/server';
import type { OpenReferral, OpenRequest, Referral, ReferralStep } from '@qantara/referrals/contract';
import { listReferralPage, takeStep, type ListedReferral } from '@qantara/referrals/server';
import {
  codesAsked,
  codesRuledOut,
  cursorOf,
  filtersOf,
  idsAsked,
  isUuid,
  localReference,
  needIn,
  noteIn,
  outcomeIn,
  priorityIn,
  reasonIn,
  stepTo,
  taskOf,
  type Concept,
  type OrderBody,
  type Question,
  type Resource,
  type TaskBody,
  type TaskFacts,
} from '../../domain/index.ts';
import { paged, type Call, type Page } from '../call.ts';
import { idsWithIdentifier, loadIdentifiers, saveIdentifiers } from '../identifier-store.ts';
import { changedAsked, idsLeft, personsAsked } from '../questions.ts';
import { findKept, type KeptRow } from '../resource-store.ts';
import { insertTask, loadTaskExtras, referralsForOrders, saveOutput } from '../task-store.ts';
import { personNamed } from './kept.ts';

type Known = Referral & { updatedAt: string };
type More = Partial<Pick<TaskFacts, 'orderId' | 'output' | 'identifiers' | 'reasonText' | 'note'>>;

function taskFrom(referral: Known, more: More = {}): Resource {
  const { createdAt, sentAt } = referral;
  return taskOf({
    ...referral,
    authoredAt: sentAt ?? createdAt,
    orderId: null,
    output: undefined,
    identifiers: undefined,
    reasonText: null,
    note: null,
    ...more,
  });
}

const latest = ({ referral, history }: OpenReferral): string =>
  [referral.createdAt, ...history.map(({ at }) => at)].toSorted().at(-1) ?? referral.createdAt;

async function opened(call: Call, referralId: string): Promise<OpenReferral | undefined> {
  try {
    return await call.referrals.getReferral({ referralId });
  } catch (fault) {
    if (fault instanceof Refusal && (fault.code === 'referral_not_found' || fault.code === 'not_allowed'))
      return undefined;
    throw fault;
  }
}

async function moreOf(call: Call, referralId: string): Promise<More> {
  const extra = (await loadTaskExtras(call, [referralId])).get(referralId);
  const identifiers = (await loadIdentifiers(call, [referralId])).get(referralId);
  return { ...extra, identifiers };
}

/** An open request as a partner sees it that may claim it: not whom it is for. */
function offeredTask({ referralId, priority, offeredAt }: OpenRequest, fromOrganisationId: string): Resource {
  return taskOf({
    referralId,
    personId: null,
    status: 'requested',
    reasonCode: null,
    reasonText: null,
    outcomeCode: null,
    priority,
    recordClass: 'ordinary',
    fromOrganisationId,
    organisationId: null,
    partOfReferralId: null,
    authoredAt: offeredAt,
    updatedAt: offeredAt,
    version: 1,
    orderId: null,
    output: undefined,
    identifiers: undefined,
    note: null,
  });
}

async function offers(call: Call): Promise<OpenRequest[]> {
  if (!call.ctx.actor.permissions.has('referral:answer')) return [];
  return (await call.referrals.listOpenRequests({})).requests;
}

const offered = (request: OpenRequest): Resource => {
  const task = offeredTask(request, '');
  return { ...task, requester: { display: Object.values(request.fromOrganisationName)[0] ?? '' } };
};

export async function readReferral(call: Call, id: string): Promise<Resource | undefined> {
  const found = await opened(call, id);
  if (found === undefined) {
    const request = (await offers(call)).find(({ referralId }) => referralId === id);
    return request === undefined ? undefined : offered(request);
  }
  const { referral, history } = found;
  const reasonText = history.findLast(({ fromStatus, toStatus }) => fromStatus !== toStatus)?.note ?? null;
  return taskFrom(
    { ...referral, updatedAt: latest(found) },
    { ...(await moreOf(call, id)), reasonText, note: referral.note },
  );
}

/** Each status that it had, with its reason then: FHIR keeps those in the history of the Task. */
export async function referralVersions(call: Call, id: string): Promise<Resource[]> {
  const found = await opened(call, id);
  if (found === undefined) return [];
  const { referral, history } = found;
  const steps = history.filter(({ fromStatus, toStatus }) => fromStatus !== toStatus);
  const more = await moreOf(call, id);
  const versions = steps.map((step, at) => {
    const isLast = at === steps.length - 1;
    const then = isLast ? {} : { outcomeCode: null, organisationId: referral.organisationId };
    const code = step.reasonCode as Referral['reasonCode'];
    const version = isLast ? referral.version : at + 1;
    const past = { ...referral, ...then, status: step.toStatus, reasonCode: code, version, updatedAt: step.at };
    return taskFrom(past, { ...more, output: isLast ? more.output : undefined, reasonText: step.note });
  });
  return versions.toReversed();
}

const PRIORITIES: Record<string, readonly string[]> = {
  routine: ['routine'],
  urgent: ['this_week'],
  stat: ['tonight'],
};

async function askedOf(call: Call, question: Question) {
  const focus = idsAsked(question, 'ServiceRequest', 'focus');
  const [missing] = filtersOf(question, 'missing', 'owner');
  const priorities = codesAsked(question, 'priority');
  return {
    ids: idsLeft(
      question,
      await idsWithIdentifier(call, question),
      focus === null ? null : await referralsForOrders(call, focus),
    ),
    personIds: personsAsked(question),
    statuses: codesAsked(question, 'status'),
    notStatuses: codesRuledOut(question, 'status'),
    targetIds: idsAsked(question, 'Organization', 'owner'),
    requesterIds: idsAsked(question, 'Organization', 'requester'),
    partOfIds: idsAsked(question, 'Task', 'part-of'),
    hasTarget: missing === undefined ? null : !missing.isMissing,
    priorities: priorities === null ? null : priorities.flatMap((one) => PRIORITIES[one] ?? []),
    ...changedAsked(question),
  };
}

/** A page of referrals: one statement for them, one for what FHIR adds, one for the caller's own numbers. */
export async function searchReferrals(call: Call, question: Question, after: readonly string[] | null): Promise<Page> {
  const asked = await askedOf(call, question);
  const from = after === null ? null : { sentAt: after[0] ?? '', referralId: after[1] ?? '' };
  const found = await listReferralPage(call.ctx, { ...asked, after: from, limit: question.count + 1 });
  const placeOf = ({ sentAt, referralId }: ListedReferral): string => cursorOf(['referral', sentAt ?? '', referralId]);
  const { shown, next } = paged(found, question.count, placeOf);
  const ids = shown.map(({ referralId }) => referralId);
  const extras = await loadTaskExtras(call, ids);
  const identifiers = await loadIdentifiers(call, ids);
  if (shown.length > 0)
    call.ctx.noteAccess({ personId: shown.map(({ personId }) => personId), kind: 'referrals', rule: 'party' });
  const tasks = shown.map((referral) => {
    const { referralId, note } = referral;
    return taskFrom(referral, { ...extras.get(referralId), identifiers: identifiers.get(referralId), note });
  });
  const open = asked.hasTarget === false && after === null ? (await offers(call)).map(offered) : [];
  return { resources: [...tasks, ...open], next };
}

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
  await saveIdentifiers(call, { personId, type: 'Task', id: referralId }, body.identifier, true);
  const known = { ...referral, updatedAt: referral.sentAt ?? referral.createdAt };
  return taskFrom(known, { orderId: row.resource_id, identifiers: body.identifier, note: referral.note });
}

const ROUTES = {
  accept: 'acceptReferral',
  reject: 'rejectReferral',
  start: 'startReferral',
  hold: 'holdReferral',
  resume: 'resumeReferral',
  complete: 'completeReferral',
  fail: 'failReferral',
  cancel: 'cancelReferral',
  void: 'voidReferral',
} as const;

type Step = Exclude<ReferralStep, 'send'>;

/** A partner cancels as the state diagram lets it: the product's own page leaves that to whoever asked. */
async function step(call: Call, name: Step, given: Parameters<typeof takeStep>[2]): Promise<Referral> {
  const isPartner = call.ctx.actor.permissions.has('referral:answer');
  if (name === 'cancel' && isPartner) return takeStep(call.ctx, 'cancel', given);
  return call.referrals[ROUTES[name]](given);
}

async function claim(call: Call, id: string): Promise<Resource> {
  const request = (await offers(call)).find(({ referralId }) => referralId === id) ?? refuse('resource_not_found');
  const { referralId, serviceId } = request;
  const referral = await call.referrals.claimRequest({ referralId, serviceId });
  return taskFrom({ ...referral, updatedAt: call.ctx.now.toISOString() }, await moreOf(call, id));
}

const isOffered = ({ for: whom }: Resource): boolean => !Object.hasOwn(whom as object, 'reference');

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
  const given = {
    referralId: id as Referral['referralId'],
    version: Number(versionId),
    reasonCode: reasonIn(body.statusReason),
    outcomeCode: name === 'complete' ? outcomeIn(body) : null,
    note: noteIn(body.statusReason),
  };
  const referral = await step(call, name, given);
  const of = { personId: referral.personId, referralId: referral.referralId };
  if (name === 'complete' && body.output !== undefined) await saveOutput(call, of, body.output);
  const known = { ...referral, updatedAt: call.ctx.now.toISOString() };
  const reasonText = (body.statusReason as Concept | undefined)?.text ?? null;
  return taskFrom(known, { ...(await moreOf(call, id)), reasonText: given.note === '' ? null : reasonText });
}

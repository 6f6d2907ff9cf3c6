import { Refusal } from '@qantara/kernel';
import type { OpenReferral, OpenRequest, Referral } from '@qantara/referrals/contract';
import { listReferralPage, type PagedReferral } from '@qantara/referrals/server';
import {
  codesAsked,
  codesRuledOut,
  cursorOf,
  filtersOf,
  idsAsked,
  placeIn,
  taskOf,
  type Question,
  type Resource,
  type TaskFacts,
} from '../../domain/index.ts';
import { NOTHING, paged, type Call, type Page } from '../call.ts';
import { idsWithIdentifier, loadIdentifiers } from '../identifier-store.ts';
import { changedAsked, idsLeft, personsAsked } from '../questions.ts';
import { loadTaskExtras, referralsForOrders } from '../task-store.ts';

type Known = Referral & { updatedAt: string };
type More = Partial<Pick<TaskFacts, 'orderId' | 'output' | 'identifiers' | 'reasonText' | 'note'>>;

/** What the product answered, as a Task. */
export function taskFrom(referral: Known, more: More = {}): Resource {
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

/** What FHIR adds to a referral. */
export async function moreOf(call: Call, referralId: string): Promise<More> {
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
    followsReferralId: null,
    authoredAt: offeredAt,
    updatedAt: offeredAt,
    version: 1,
    orderId: null,
    output: undefined,
    identifiers: undefined,
    note: null,
  });
}

/** The open requests that the caller may claim. */
export async function offers(call: Call): Promise<OpenRequest[]> {
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
  // A referral says what it is for by its focus, and is based on nothing besides.
  if (filtersOf(question, 'reference', 'based-on').length > 0) return NOTHING;
  const asked = await askedOf(call, question);
  const place = placeIn(after);
  const from = place === null ? null : { sentAt: place[0], referralId: place[1] };
  const found = await listReferralPage(call.ctx, { ...asked, after: from, limit: question.count + 1 });
  const placeOf = ({ sentAt, referralId }: PagedReferral): string => cursorOf(['referral', sentAt ?? '', referralId]);
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

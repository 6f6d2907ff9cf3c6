import type { OutcomeCode, Priority, ReasonCode, ReferralStatus, ReferralStep } from '@qantara/referrals/contract';
import { OutcomeCode as Outcomes, ReasonCode as Reasons } from '@qantara/referrals/contract';
import { categoriesOf, sdohCategory } from './categories.ts';
import { pruned, type Concept, type Resource } from './resource.ts';
import type { TaskBody } from './shapes.ts';
import { EXTENSIONS, SYSTEMS } from './systems.ts';

const PROFILE = 'http://hl7.org/fhir/us/sdoh-clinicalcare/StructureDefinition/SDOHCC-';

const STEPS: Partial<Record<TaskBody['status'], ReferralStep>> = {
  accepted: 'accept',
  rejected: 'reject',
  'in-progress': 'start',
  'on-hold': 'hold',
  completed: 'complete',
  failed: 'fail',
  cancelled: 'cancel',
  'entered-in-error': 'void',
};

/** The step that a new status asks for; undefined where no step leads to it. */
export function stepTo(from: ReferralStatus, to: TaskBody['status']): ReferralStep | undefined {
  return to === 'in-progress' && from === 'on-hold' ? 'resume' : STEPS[to];
}

const PRIORITIES: Record<NonNullable<TaskBody['priority']>, Priority> = {
  routine: 'routine',
  urgent: 'this_week',
  asap: 'tonight',
  stat: 'tonight',
};
const PRIORITY_OUT: Record<Priority, string> = { routine: 'routine', this_week: 'urgent', tonight: 'stat' };

/** How urgent; what nobody says is routine. */
export function priorityIn(said: TaskBody['priority']): Priority {
  return PRIORITIES[said ?? 'routine'];
}

const plain = (words: string): string =>
  words
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');

function codeAmong<T extends string>(concept: Concept | undefined, options: readonly T[]): T | null {
  const said = [...(concept?.coding ?? []).flatMap(({ code, display }) => [code, display]), concept?.text];
  const found = said.map((one) => options.find((option) => option === plain(one ?? '')));
  return found.find((one) => one !== undefined) ?? null;
}

/** The coded reason that a statusReason names, by its code or by the words of one. */
export function reasonIn(concept: Concept | undefined): ReasonCode | null {
  return codeAmong(concept, Reasons.options);
}

/** What of a reason is no more than the code's own words is no note. */
export function noteIn(concept: Concept | undefined): string {
  const words = concept?.text?.trim() ?? '';
  return (Reasons.options as readonly string[]).includes(plain(words)) ? '' : words.slice(0, 2000);
}

/** What came of it: as its status says in our codes; else help was given where something is named that was done. */
export function outcomeIn({ businessStatus, output }: Pick<TaskBody, 'businessStatus' | 'output'>): OutcomeCode | null {
  const said = codeAmong(businessStatus, Outcomes.options);
  if (said !== null) return said;
  const isDone = (output ?? []).some(
    ({ valueReference, valueCodeableConcept }) =>
      valueReference?.reference?.includes('Procedure/') === true || valueCodeableConcept !== undefined,
  );
  return isDone ? 'help_given' : null;
}

/** Everything that a Task says of a referral. */
export type TaskFacts = {
  referralId: string;
  personId: string | null;
  status: ReferralStatus;
  reasonCode: ReasonCode | null;
  reasonText: string | null;
  outcomeCode: OutcomeCode | null;
  priority: Priority;
  recordClass: string;
  fromOrganisationId: string;
  organisationId: string | null;
  /** The one that it was split off from, and the one that it was referred on from. */
  partOfReferralId: string | null;
  followsReferralId: string | null;
  authoredAt: string;
  updatedAt: string;
  version: number;
  orderId: string | null;
  output: unknown;
  identifiers: unknown;
  note: string | null;
};

const words = (code: string): string => code.replaceAll('_', ' ');
const coded = (system: string, code: string | null, text?: string | null): Concept | undefined =>
  code === null ? undefined : { coding: [{ system, code }], text: text ?? words(code) };

/** Labels of a class that is not everybody's (our own code system; FHIR's confidentiality beside it). */
export function securityOf(recordClass: string): unknown {
  if (recordClass === 'ordinary') return undefined;
  return [
    { system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R' },
    { system: SYSTEMS.recordClass, code: recordClass },
  ];
}

const MASKED = { extension: [{ url: EXTENSIONS.absent, valueCode: 'masked' }] };

/** The referral that one came from: it was referred on from there, or is a part of it. */
export const sourceOf = (of: Pick<TaskFacts, 'followsReferralId' | 'partOfReferralId'>): string | null =>
  of.followsReferralId ?? of.partOfReferralId;

/** What came of it, where the product alone says so: a Procedure that is read off the referral. */
function resultOf({ referralId, status, outcomeCode }: TaskFacts): unknown {
  if (status !== 'completed' || outcomeCode === null) return undefined;
  const type = { coding: [{ system: SYSTEMS.sdohcc, code: 'resulting-activity' }] };
  return [{ type, valueReference: { reference: `Procedure/${referralId}` } }];
}

/** A referral as SDOHCC-TaskForReferralManagement. Whom it is for is left out of one that is offered and not yet claimed. */
export function taskOf(facts: TaskFacts): Resource {
  const { personId, status, organisationId } = facts;
  const sourceId = sourceOf(facts);
  return pruned({
    resourceType: 'Task',
    id: facts.referralId,
    meta: {
      versionId: String(facts.version),
      lastUpdated: facts.updatedAt,
      profile: [`${PROFILE}TaskForReferralManagement`],
      security: securityOf(facts.recordClass),
    },
    identifier: facts.identifiers,
    partOf: sourceId === null ? undefined : [{ reference: `Task/${sourceId}` }],
    status,
    statusReason: coded(SYSTEMS.reason, facts.reasonCode, facts.reasonText),
    businessStatus: coded(SYSTEMS.outcome, facts.outcomeCode),
    intent: 'order',
    priority: PRIORITY_OUT[facts.priority],
    code: { coding: [{ system: SYSTEMS.taskCode, code: 'fulfill', display: 'Fulfill the focal request' }] },
    focus: { reference: `ServiceRequest/${facts.orderId ?? facts.referralId}` },
    for: personId === null ? MASKED : { reference: `Patient/${personId}` },
    authoredOn: facts.authoredAt,
    lastModified: facts.updatedAt,
    requester: { reference: `Organization/${facts.fromOrganisationId}` },
    owner: organisationId === null ? undefined : { reference: `Organization/${organisationId}` },
    note: facts.note === null ? undefined : [{ text: facts.note }],
    output: facts.output ?? resultOf(facts),
  }) as Resource;
}

export type OrderFacts = Pick<
  TaskFacts,
  | 'referralId'
  | 'status'
  | 'priority'
  | 'recordClass'
  | 'fromOrganisationId'
  | 'organisationId'
  | 'authoredAt'
  | 'updatedAt'
  | 'version'
> & {
  sourceOrderId: string | null;
  personId: string;
  needCode: string;
  needName: string;
  serviceId: string | null;
  mayContact: boolean;
};

const ORDER_STATUS: Partial<Record<ReferralStatus, string>> = {
  draft: 'draft',
  completed: 'completed',
  cancelled: 'revoked',
  'entered-in-error': 'entered-in-error',
};

/** `contacting-subject-prohibited`: nobody is to write or call. */
export const NO_CONTACT = 'contacting-subject-prohibited';
export const noContactDetail = { coding: [{ system: SYSTEMS.sdohcc, code: NO_CONTACT }] };

/** The order behind a referral that was not stated in FHIR, as SDOHCC-ServiceRequest. */
export function orderOf(facts: OrderFacts): Resource {
  const { needCode, needName, serviceId, organisationId, sourceOrderId } = facts;
  const performers = [
    ...(serviceId === null ? [] : [{ reference: `HealthcareService/${serviceId}` }]),
    ...(organisationId === null ? [] : [{ reference: `Organization/${organisationId}` }]),
  ];
  return pruned({
    resourceType: 'ServiceRequest',
    id: facts.referralId,
    meta: {
      versionId: String(facts.version),
      lastUpdated: facts.updatedAt,
      profile: [`${PROFILE}ServiceRequest`],
      security: securityOf(facts.recordClass),
    },
    status: ORDER_STATUS[facts.status] ?? 'active',
    basedOn: sourceOrderId === null ? undefined : [{ reference: `ServiceRequest/${sourceOrderId}` }],
    intent: sourceOrderId === null ? 'order' : 'filler-order',
    category: [
      { coding: [{ system: SYSTEMS.snomed, code: '410606002', display: 'Social service procedure' }] },
      ...categoriesOf(needCode),
    ],
    priority: PRIORITY_OUT[facts.priority],
    code: { coding: [{ system: SYSTEMS.need, code: needCode }], text: needName },
    orderDetail: facts.mayContact ? undefined : [noContactDetail],
    subject: { reference: `Patient/${facts.personId}` },
    authoredOn: facts.authoredAt,
    requester: { reference: `Organization/${facts.fromOrganisationId}` },
    performer: performers,
  }) as Resource;
}

type DoneFacts = Pick<TaskFacts, 'referralId' | 'outcomeCode' | 'recordClass' | 'updatedAt' | 'version'> & {
  personId: string;
  needCode: string;
  orderId: string;
};

/** What was done for somebody, as a completed referral says it, as SDOHCC-Procedure. */
export function procedureOf(facts: DoneFacts): Resource {
  const { referralId, outcomeCode, updatedAt, needCode } = facts;
  return pruned({
    resourceType: 'Procedure',
    id: referralId,
    meta: {
      versionId: String(facts.version),
      lastUpdated: updatedAt,
      profile: [`${PROFILE}Procedure`],
      security: securityOf(facts.recordClass),
    },
    basedOn: [{ reference: `ServiceRequest/${facts.orderId}` }],
    status: 'completed',
    category: {
      coding: [
        { system: SYSTEMS.snomed, code: '410606002', display: 'Social service procedure' },
        sdohCategory(needCode),
        { system: SYSTEMS.need, code: needCode },
      ],
    },
    code: coded(SYSTEMS.outcome, outcomeCode),
    subject: { reference: `Patient/${facts.personId}` },
    performedDateTime: updatedAt,
  }) as Resource;
}

/** Whether a Task is a referral (`fulfill`); any other code is something for the person to do. */
export function isReferralTask({ code }: Pick<TaskBody, 'code'>): boolean {
  return (code.coding ?? []).some((coding) => coding.code === 'fulfill');
}

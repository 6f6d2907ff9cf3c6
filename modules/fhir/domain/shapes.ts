import { z } from 'zod';
import {
  ABATEMENT,
  atMostOne,
  CodeableConcept,
  concepts,
  date,
  dateTime,
  identifiers,
  instant,
  list,
  notes,
  ONSET,
  Period,
  Quantity,
  Reference,
  references,
  text,
  uri,
  VALUES,
} from './elements.ts';

const one = (names: readonly string[]) => ({ path: [names[0] ?? ''], params: { code: 'one_at_most' } });
const VALUE_NAMES = Object.keys(VALUES);
const EVENT_STATUS = [
  'preparation',
  'in-progress',
  'not-done',
  'on-hold',
  'stopped',
  'completed',
  'entered-in-error',
  'unknown',
] as const;
const OBSERVED = [
  'registered',
  'preliminary',
  'final',
  'amended',
  'corrected',
  'cancelled',
  'entered-in-error',
  'unknown',
] as const;

const Condition = z
  .object({
    identifier: identifiers,
    clinicalStatus: CodeableConcept.optional(),
    verificationStatus: CodeableConcept.optional(),
    category: list(CodeableConcept),
    severity: CodeableConcept.optional(),
    code: CodeableConcept,
    subject: Reference,
    encounter: Reference.optional(),
    ...ONSET,
    ...ABATEMENT,
    recordedDate: dateTime.optional(),
    recorder: Reference.optional(),
    asserter: Reference.optional(),
    evidence: list(z.object({ code: concepts, detail: references })).optional(),
    note: notes,
  })
  .refine(atMostOne(Object.keys(ONSET)), one(Object.keys(ONSET)))
  .refine(atMostOne(Object.keys(ABATEMENT)), one(Object.keys(ABATEMENT)));

const Observation = z
  .object({
    identifier: identifiers,
    basedOn: references,
    status: z.enum(OBSERVED),
    category: list(CodeableConcept),
    code: CodeableConcept,
    subject: Reference,
    encounter: Reference.optional(),
    effectiveDateTime: dateTime.optional(),
    effectivePeriod: Period.optional(),
    issued: instant.optional(),
    performer: references,
    ...VALUES,
    dataAbsentReason: CodeableConcept.optional(),
    interpretation: concepts,
    note: notes,
    method: CodeableConcept.optional(),
    hasMember: references,
    derivedFrom: references,
    component: list(
      z.object({
        code: CodeableConcept,
        ...VALUES,
        dataAbsentReason: CodeableConcept.optional(),
        interpretation: concepts,
      }),
    ).optional(),
  })
  .refine(atMostOne(VALUE_NAMES), one(VALUE_NAMES))
  .refine(
    ({ dataAbsentReason, ...said }) =>
      dataAbsentReason === undefined || atMostOne(['-', ...VALUE_NAMES])({ '-': 1, ...said }),
    {
      path: ['dataAbsentReason'],
      params: { code: 'one_at_most' },
    },
  );

const GOAL_STATUS = [
  'proposed',
  'planned',
  'accepted',
  'active',
  'on-hold',
  'completed',
  'cancelled',
  'entered-in-error',
  'rejected',
] as const;

const Goal = z.object({
  identifier: identifiers,
  lifecycleStatus: z.enum(GOAL_STATUS),
  achievementStatus: CodeableConcept.optional(),
  category: concepts,
  priority: CodeableConcept.optional(),
  description: CodeableConcept,
  subject: Reference,
  startDate: date.optional(),
  startCodeableConcept: CodeableConcept.optional(),
  target: list(
    z.object({
      measure: CodeableConcept.optional(),
      detailQuantity: Quantity.optional(),
      detailString: text.optional(),
      detailCodeableConcept: CodeableConcept.optional(),
      dueDate: date.optional(),
    }),
  ).optional(),
  statusDate: date.optional(),
  statusReason: text.optional(),
  expressedBy: Reference.optional(),
  addresses: references,
  note: notes,
  outcomeCode: concepts,
  outcomeReference: references,
});

const PERFORMED = ['performedDateTime', 'performedPeriod', 'performedString'];

const Procedure = z
  .object({
    identifier: identifiers,
    basedOn: references,
    partOf: references,
    status: z.enum(EVENT_STATUS),
    statusReason: CodeableConcept.optional(),
    category: CodeableConcept.optional(),
    code: CodeableConcept,
    subject: Reference,
    encounter: Reference.optional(),
    performedDateTime: dateTime.optional(),
    performedPeriod: Period.optional(),
    performedString: text.optional(),
    recorder: Reference.optional(),
    performer: list(
      z.object({ function: CodeableConcept.optional(), actor: Reference, onBehalfOf: Reference.optional() }),
    ).optional(),
    location: Reference.optional(),
    reasonCode: concepts,
    reasonReference: references,
    outcome: CodeableConcept.optional(),
    followUp: concepts,
    note: notes,
  })
  .refine(atMostOne(PERFORMED), one(PERFORMED));

const REQUEST_STATUS = ['draft', 'active', 'on-hold', 'revoked', 'completed', 'entered-in-error', 'unknown'] as const;
const INTENT = [
  'proposal',
  'plan',
  'directive',
  'order',
  'original-order',
  'reflex-order',
  'filler-order',
  'instance-order',
  'option',
] as const;
const PRIORITY = ['routine', 'urgent', 'asap', 'stat'] as const;
const OCCURRENCE = ['occurrenceDateTime', 'occurrencePeriod'];

const ServiceRequest = z
  .object({
    identifier: identifiers,
    basedOn: references,
    replaces: references,
    status: z.enum(REQUEST_STATUS),
    intent: z.enum(INTENT),
    category: list(CodeableConcept),
    priority: z.enum(PRIORITY).optional(),
    doNotPerform: z.literal(false).optional(),
    code: CodeableConcept,
    orderDetail: concepts,
    subject: Reference,
    encounter: Reference.optional(),
    occurrenceDateTime: dateTime.optional(),
    occurrencePeriod: Period.optional(),
    asNeededBoolean: z.boolean().optional(),
    authoredOn: dateTime.optional(),
    requester: Reference.optional(),
    performerType: CodeableConcept.optional(),
    performer: references,
    reasonCode: concepts,
    reasonReference: references,
    supportingInfo: references,
    note: notes,
    patientInstruction: text.optional(),
  })
  .refine(atMostOne(OCCURRENCE), one(OCCURRENCE));

const IN_VALUES = {
  valueCanonical: uri.optional(),
  valueReference: Reference.optional(),
  valueCodeableConcept: CodeableConcept.optional(),
  valueString: text.optional(),
  valueMarkdown: text.optional(),
  valueUri: uri.optional(),
  valueUrl: uri.optional(),
  valueBoolean: z.boolean().optional(),
  valueDateTime: dateTime.optional(),
};
const Parameter = z
  .object({ type: CodeableConcept, ...IN_VALUES })
  .refine(atMostOne(Object.keys(IN_VALUES)), one(Object.keys(IN_VALUES)));

export const TASK_STATUS = [
  'draft',
  'requested',
  'received',
  'accepted',
  'rejected',
  'ready',
  'cancelled',
  'in-progress',
  'on-hold',
  'failed',
  'completed',
  'entered-in-error',
] as const;

const Task = z.object({
  identifier: identifiers,
  basedOn: references,
  partOf: references,
  status: z.enum(TASK_STATUS),
  statusReason: CodeableConcept.optional(),
  businessStatus: CodeableConcept.optional(),
  intent: z.enum(['order']),
  priority: z.enum(PRIORITY).optional(),
  code: CodeableConcept,
  description: text.optional(),
  focus: Reference.optional(),
  for: Reference,
  encounter: Reference.optional(),
  executionPeriod: Period.optional(),
  authoredOn: dateTime.optional(),
  lastModified: dateTime.optional(),
  requester: Reference.optional(),
  owner: Reference.optional(),
  reasonCode: CodeableConcept.optional(),
  reasonReference: Reference.optional(),
  note: notes,
  restriction: z.object({ repetitions: z.number().int().optional(), period: Period.optional() }).optional(),
  input: list(Parameter).optional(),
  output: list(Parameter).optional(),
});
export type TaskBody = z.infer<typeof Task>;
export type OrderBody = z.infer<typeof ServiceRequest>;

/** What is kept of each type whose body is kept as it was said. */
export const SHAPES = { Condition, Goal, Observation, Procedure, ServiceRequest, Task } as const;
export type KeptType = keyof typeof SHAPES;

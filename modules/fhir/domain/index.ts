export { historyBundle, searchset } from './bundle.ts';
export { capabilityStatement } from './capability.ts';
export { categoriesOf, hasCode, needIn, sdohCategory, tokensOf } from './categories.ts';
export { ConsentShape, consentIn, consentOf, isInForce, type ConsentBody } from './consent.ts';
export {
  capacityIn,
  isSureNew,
  languagesIn,
  LocationShape,
  needsIn,
  OrganizationShape,
  ServiceShape,
  textOver,
  waysIn,
} from './directory-shapes.ts';
export { healthcareServiceOf, locationOf, organizationOf, textIn, type OrganisationFacts } from './directory.ts';
export { doneOutcome, expressionOf, refusalOutcome } from './outcome.ts';
export { correctionIn, factsOf, namesIn, patientOf, personIn, type PatientFacts } from './patient.ts';
export { PatientShape, type PatientBody } from './patient-shape.ts';
export { leftOut, readShape, resourceIn } from './read-body.ts';
export {
  isRecord,
  isUuid,
  localReference,
  pruned,
  versionIn,
  type Concept,
  type Reference,
  type Resource,
} from './resource.ts';
export {
  codesAsked,
  codesRuledOut,
  cursorOf,
  filtersOf,
  idsAsked,
  isWithin,
  idIn,
  partsOfCursor,
  placeIn,
  readSearch,
  type DateValue,
  type Filter,
  type Question,
} from './search.ts';
export { SHAPES, type KeptType, type OrderBody, type TaskBody } from './shapes.ts';
export { SubscriptionShape, subscriptionIn, subscriptionOf, type SubscriptionBody } from './subscription.ts';
export { EXTENSIONS, SYSTEMS } from './systems.ts';
export {
  isReferralTask,
  NO_CONTACT,
  noContactDetail,
  noteIn,
  orderOf,
  outcomeIn,
  priorityIn,
  procedureOf,
  reasonIn,
  securityOf,
  sourceOf,
  stepTo,
  taskOf,
  type TaskFacts,
} from './task.ts';
export { byApp, checkTodo, checkTodoStep, type TodoSide } from './to-do.ts';

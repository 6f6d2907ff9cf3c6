/** How a search parameter is written: FHIR R4 §3.1.1.4. */
export type ParameterKind = 'token' | 'string' | 'date' | 'reference' | 'uri';

export type Interaction = 'read' | 'vread' | 'history-instance' | 'search-type' | 'create' | 'update';

/** What this interface does with one type of resource: from it come the addresses, the scopes, what is read of a search, and CapabilityStatement. */
export type TypeFacts = {
  profiles: readonly string[];
  interactions: readonly Interaction[];
  parameters: Readonly<Record<string, ParameterKind>>;
  /** `Task:focus` and the like, by the parameter that names what is brought along, and which type that is. */
  includes: Readonly<Record<string, ResourceType>>;
  isCreatedOnce?: true;
};

const SDOHCC = 'http://hl7.org/fhir/us/sdoh-clinicalcare/StructureDefinition/SDOHCC-';
const CHANGED = ['read', 'search-type', 'create', 'update'] as const;
const WRITTEN = ['read', 'vread', 'history-instance', 'search-type', 'create', 'update'] as const;
const USUAL = { _id: 'token', _lastUpdated: 'date' } as const;
const OF_PERSON = { ...USUAL, patient: 'reference', subject: 'reference', identifier: 'token' } as const;
const STATED = { ...OF_PERSON, code: 'token', category: 'token', status: 'token' } as const;

export const RESOURCE_TYPES = [
  'Condition',
  'Consent',
  'Goal',
  'HealthcareService',
  'Location',
  'Observation',
  'Organization',
  'Patient',
  'Procedure',
  'Questionnaire',
  'QuestionnaireResponse',
  'ServiceRequest',
  'Subscription',
  'Task',
] as const;
export type ResourceType = (typeof RESOURCE_TYPES)[number];

export const TYPES: Readonly<Record<ResourceType, TypeFacts>> = {
  Condition: {
    profiles: [`${SDOHCC}Condition`],
    interactions: WRITTEN,
    parameters: { ...OF_PERSON, code: 'token', category: 'token', 'clinical-status': 'token' },
    includes: { patient: 'Patient', subject: 'Patient' },
    isCreatedOnce: true,
  },
  Consent: {
    profiles: [`${SDOHCC}Consent`],
    interactions: CHANGED,
    parameters: { ...USUAL, patient: 'reference', status: 'token', category: 'token' },
    includes: { patient: 'Patient' },
  },
  Goal: {
    profiles: [`${SDOHCC}Goal`],
    interactions: WRITTEN,
    parameters: { ...OF_PERSON, category: 'token', 'lifecycle-status': 'token' },
    includes: { patient: 'Patient', subject: 'Patient' },
    isCreatedOnce: true,
  },
  HealthcareService: {
    profiles: [`${SDOHCC}HealthcareService`],
    interactions: CHANGED,
    parameters: {
      ...USUAL,
      name: 'string',
      organization: 'reference',
      location: 'reference',
      active: 'token',
      'service-category': 'token',
    },
    includes: { organization: 'Organization', location: 'Location' },
  },
  Location: {
    profiles: [`${SDOHCC}Location`],
    interactions: CHANGED,
    parameters: { ...USUAL, organization: 'reference', name: 'string' },
    includes: { organization: 'Organization' },
  },
  Observation: {
    profiles: [`${SDOHCC}ObservationScreeningResponse`, `${SDOHCC}ObservationAssessment`],
    interactions: WRITTEN,
    parameters: { ...STATED, 'derived-from': 'reference' },
    includes: { patient: 'Patient', subject: 'Patient' },
    isCreatedOnce: true,
  },
  Organization: {
    profiles: ['http://hl7.org/fhir/us/core/StructureDefinition/us-core-organization'],
    interactions: CHANGED,
    parameters: { ...USUAL, name: 'string', partof: 'reference' },
    includes: { partof: 'Organization' },
  },
  Patient: {
    profiles: ['http://hl7.org/fhir/us/core/StructureDefinition/us-core-patient'],
    interactions: CHANGED,
    parameters: {
      _id: 'token',
      identifier: 'token',
      name: 'string',
      family: 'string',
      given: 'string',
      birthdate: 'date',
    },
    includes: {},
    isCreatedOnce: true,
  },
  Procedure: {
    profiles: [`${SDOHCC}Procedure`],
    interactions: WRITTEN,
    parameters: { ...STATED, 'based-on': 'reference' },
    includes: { patient: 'Patient', subject: 'Patient', 'based-on': 'ServiceRequest' },
    isCreatedOnce: true,
  },
  Questionnaire: {
    profiles: ['http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire'],
    interactions: CHANGED,
    parameters: { _id: 'token', url: 'uri', status: 'token' },
    includes: {},
  },
  QuestionnaireResponse: {
    profiles: ['http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaireresponse'],
    interactions: ['read', 'search-type', 'create'],
    parameters: { ...USUAL, patient: 'reference', subject: 'reference', questionnaire: 'reference', status: 'token' },
    includes: { patient: 'Patient', subject: 'Patient' },
  },
  ServiceRequest: {
    profiles: [`${SDOHCC}ServiceRequest`],
    interactions: WRITTEN,
    parameters: { ...STATED, intent: 'token', 'based-on': 'reference' },
    includes: { patient: 'Patient', subject: 'Patient' },
    isCreatedOnce: true,
  },
  Subscription: {
    profiles: ['http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-subscription'],
    interactions: CHANGED,
    parameters: { _id: 'token', status: 'token', url: 'uri' },
    includes: {},
  },
  Task: {
    profiles: [`${SDOHCC}TaskForReferralManagement`, `${SDOHCC}TaskForPatient`],
    interactions: WRITTEN,
    parameters: {
      ...OF_PERSON,
      status: 'token',
      code: 'token',
      owner: 'reference',
      requester: 'reference',
      focus: 'reference',
      'based-on': 'reference',
      'part-of': 'reference',
      intent: 'token',
      priority: 'token',
    },
    includes: {
      patient: 'Patient',
      subject: 'Patient',
      focus: 'ServiceRequest',
      owner: 'Organization',
      requester: 'Organization',
    },
    isCreatedOnce: true,
  },
};

/** The letter of SMART App Launch 2 that each interaction needs. */
export const SCOPE_LETTER: Readonly<Record<Interaction, 'c' | 'r' | 'u' | 's'>> = {
  read: 'r',
  vread: 'r',
  'history-instance': 'r',
  'search-type': 's',
  create: 'c',
  update: 'u',
};

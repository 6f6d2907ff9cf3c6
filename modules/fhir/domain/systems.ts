const SDOHCC = 'http://hl7.org/fhir/us/sdoh-clinicalcare/';

/** Where the codes that are read and written come from. */
export const SYSTEMS = {
  refusal: 'urn:qantara:fhir:refusal',
  reason: 'urn:qantara:fhir:reason',
  outcome: 'urn:qantara:fhir:outcome',
  need: 'urn:qantara:fhir:need',
  dataCategory: 'urn:qantara:fhir:data-category',
  purpose: 'urn:qantara:fhir:purpose',
  recordClass: 'urn:qantara:fhir:record-class',
  sdohcc: `${SDOHCC}CodeSystem/SDOHCC-CodeSystemTemporaryCodes`,
  taskCode: 'http://hl7.org/fhir/CodeSystem/task-code',
  sdcTemp: 'http://hl7.org/fhir/uv/sdc/CodeSystem/temp',
  snomed: 'http://snomed.info/sct',
  consentScope: 'http://terminology.hl7.org/CodeSystem/consentscope',
  actCode: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
  participation: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType',
  observationValue: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue',
  language: 'urn:ietf:bcp:47',
} as const;

export const EXTENSIONS = {
  safeContact: 'urn:qantara:fhir:safe-contact',
  doNotContact: 'urn:qantara:fhir:do-not-contact',
  capacityStatus: `${SDOHCC}StructureDefinition/SDOHCC-ExtensionCapacityStatus`,
  knownNew: 'urn:qantara:fhir:known-new',
  absent: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
  translation: 'http://hl7.org/fhir/StructureDefinition/translation',
} as const;

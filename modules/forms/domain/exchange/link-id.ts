/** The system of a term that says by which `linkId` a question is known in the FHIR Questionnaire that it came from. */
export const LINK_ID = 'urn:qantara:fhir:linkId';

export type { BroughtForm } from './brought-form.ts';
export { takeTexts } from './take-texts.ts';
export type { Line, Sheets } from './xlsform/lines.ts';
export { readXlsform } from './xlsform/read-xlsform.ts';
export { writeXlsform, type SentForm } from './xlsform/write-xlsform.ts';
export { readQuestionnaire } from './fhir/read-questionnaire.ts';
export { linkIdOf, writeQuestionnaire } from './fhir/write-questionnaire.ts';
export { answersInResponse, responseItems, type FhirAnswer, type ResponseItem } from './fhir/response.ts';
export { screeningObservations, type ScreeningObservation } from './fhir/screening-observations.ts';

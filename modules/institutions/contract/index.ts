import {
  InspectionOutcome,
  InspectionReason,
  InspectionState,
  Severity,
  ShortcomingStanding,
  ShortcomingStep,
} from './inspection.ts';
import { ComplianceReason, ComplianceStatus, DeadlineKind, FreePlaces } from './institution.ts';
import { LicenceStanding, LicenceState, LicenceStep } from './licence.ts';

export {
  AddShortcoming,
  CorrectShortcoming,
  Inspection,
  InspectionId,
  InspectionOutcome,
  InspectionReason,
  InspectionState,
  JudgeShortcoming,
  PlanInspection,
  RecordInspection,
  RecordVisit,
  Severity,
  Shortcoming,
  ShortcomingId,
  ShortcomingStanding,
  ShortcomingStep,
} from './inspection.ts';
export {
  Compliance,
  ComplianceReason,
  ComplianceStatus,
  CorrectInstitution,
  CountPlaces,
  Deadline,
  DeadlineKind,
  FreePlaces,
  InstitutionId,
  InstitutionKind,
  NewInstitution,
  Requirement,
} from './institution.ts';
export { Licence, LicenceStanding, LicenceState, LicenceStep, TakeLicenceStep } from './licence.ts';
export {
  OpenInstitution,
  PublicInstitution,
  PublicSearch,
  RegisteredInstitution,
  RegisterSearch,
  StoryEntry,
} from './register.ts';
export { institutionsRoutes } from './routes.ts';
export const enumMessages = {
  'institutions.free': FreePlaces,
  'institutions.compliance': ComplianceStatus,
  'institutions.compliance_reason': ComplianceReason,
  'institutions.deadline': DeadlineKind,
  'institutions.licence': LicenceStanding,
  'institutions.licence_step': LicenceStep,
  'institutions.inspection_state': InspectionState,
  'institutions.inspection_reason': InspectionReason,
  'institutions.outcome': InspectionOutcome,
  'institutions.severity': Severity,
  'institutions.shortcoming': ShortcomingStanding,
  'institutions.shortcoming_step': ShortcomingStep,
};
/** How a licence stands is said by its standing, which knows the date. */
export const wordlessEnums = [LicenceState];

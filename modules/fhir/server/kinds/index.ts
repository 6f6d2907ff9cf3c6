import type { ResourceType } from '../../contract/index.ts';
import type { Kind } from '../call.ts';
import { consentKind } from './consent.ts';
import { healthcareServiceKind, locationKind, organizationKind } from './directory.ts';
import { goalKind } from './goal.ts';
import { keptKind } from './kept.ts';
import { observationKind } from './observation.ts';
import { orderKind } from './order.ts';
import { patientKind } from './patient.ts';
import { procedureKind } from './procedure.ts';
import { questionnaireKind } from './questionnaire.ts';
import { responseKind } from './response.ts';
import { subscriptionKind } from './subscription.ts';
import { taskKind } from './task.ts';

/** What stands behind each type. */
export const KINDS: Readonly<Record<ResourceType, Kind>> = {
  Condition: keptKind('Condition'),
  Consent: consentKind,
  Goal: goalKind,
  HealthcareService: healthcareServiceKind,
  Location: locationKind,
  Observation: observationKind,
  Organization: organizationKind,
  Patient: patientKind,
  Procedure: procedureKind,
  Questionnaire: questionnaireKind,
  QuestionnaireResponse: responseKind,
  ServiceRequest: orderKind,
  Subscription: subscriptionKind,
  Task: taskKind,
};

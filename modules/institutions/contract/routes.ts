import { pageOf, route } from '@qantara/kernel';
import { z } from 'zod';
import {
  AddShortcoming,
  CorrectShortcoming,
  InspectionId,
  JudgeShortcoming,
  PlanInspection,
  RecordInspection,
  RecordVisit,
  ShortcomingId,
} from './inspection.ts';
import {
  CorrectInstitution,
  CountPlaces,
  Deadline,
  InstitutionId,
  InstitutionKind,
  NewInstitution,
  Requirement,
} from './institution.ts';
import { TakeLicenceStep } from './licence.ts';
import { OpenInstitution, PublicInstitution, PublicSearch, RegisteredInstitution, RegisterSearch } from './register.ts';

const Saved = z.object({ institutionId: InstitutionId });
const KEEPING = ['organisation_not_found', 'area_not_found', 'kind_not_found', 'coordinates_incomplete'];

export const institutionsRoutes = {
  listKinds: route({
    path: 'GET /public/institution-kinds',
    may: 'anyone',
    input: z.object({}),
    output: z.object({ kinds: z.array(InstitutionKind), requirements: z.array(Requirement) }),
    refusals: [],
    offline: 'read',
  }),
  findInstitutions: route({
    path: 'GET /public/institutions',
    may: 'anyone',
    input: PublicSearch,
    output: pageOf(PublicInstitution),
    refusals: [],
    offline: 'read',
  }),
  getPublicInstitution: route({
    path: 'GET /public/institutions/:institutionId',
    may: 'anyone',
    input: z.object({ institutionId: InstitutionId }),
    output: PublicInstitution,
    refusals: ['institution_not_found'],
    offline: 'read',
  }),
  listRegister: route({
    path: 'GET /institutions',
    may: 'institution:read',
    input: RegisterSearch,
    output: pageOf(RegisteredInstitution),
    refusals: [],
  }),
  // Before the institution by its identifier, which would take this address for one.
  listDeadlines: route({
    path: 'GET /institutions/deadlines',
    may: 'institution:read',
    input: z.object({}),
    output: z.object({ deadlines: z.array(Deadline) }),
    refusals: [],
  }),
  getInstitution: route({
    path: 'GET /institutions/:institutionId',
    may: 'institution:read',
    input: z.object({ institutionId: InstitutionId }),
    output: OpenInstitution,
    refusals: ['institution_not_found'],
  }),
  registerInstitution: route({
    path: 'POST /institutions',
    may: 'institution:register',
    input: NewInstitution,
    output: Saved,
    refusals: KEEPING,
  }),
  correctInstitution: route({
    path: 'POST /institutions/:institutionId',
    may: 'institution:register',
    input: CorrectInstitution,
    output: Saved,
    refusals: ['institution_not_found', 'institution_changed', ...KEEPING],
  }),
  countPlaces: route({
    path: 'POST /institutions/:institutionId/places',
    may: 'institution:correct',
    input: CountPlaces,
    output: Saved,
    refusals: ['institution_not_found', 'date_to_come'],
  }),
  takeLicenceStep: route({
    path: 'POST /institutions/:institutionId/licence',
    may: 'institution:license',
    input: TakeLicenceStep,
    output: Saved,
    refusals: ['institution_not_found', 'institution_changed', 'licence_step_not_possible', 'licence_incomplete'],
  }),
  planInspection: route({
    path: 'POST /institutions/:institutionId/inspections',
    may: 'institution:inspect',
    input: PlanInspection,
    output: z.object({ institutionId: InstitutionId, inspectionId: InspectionId }),
    refusals: ['institution_not_found'],
  }),
  recordInspection: route({
    path: 'POST /inspections/:inspectionId/record',
    may: 'institution:inspect',
    input: RecordInspection,
    output: Saved,
    refusals: ['inspection_not_found', 'inspection_not_planned', 'date_to_come'],
  }),
  recordVisit: route({
    path: 'POST /institutions/:institutionId/visits',
    may: 'institution:inspect',
    input: RecordVisit,
    output: z.object({ institutionId: InstitutionId, inspectionId: InspectionId }),
    refusals: ['institution_not_found', 'date_to_come'],
  }),
  cancelInspection: route({
    path: 'POST /inspections/:inspectionId/cancel',
    may: 'institution:inspect',
    input: z.object({ inspectionId: InspectionId, note: z.string().trim().max(2000).default('') }),
    output: Saved,
    refusals: ['inspection_not_found', 'inspection_not_planned'],
  }),
  addShortcoming: route({
    path: 'POST /inspections/:inspectionId/shortcomings',
    may: 'institution:inspect',
    input: AddShortcoming,
    output: z.object({ institutionId: InstitutionId, shortcomingId: ShortcomingId }),
    refusals: ['inspection_not_found', 'inspection_not_done', 'requirement_not_found', 'due_before_inspection'],
  }),
  correctShortcoming: route({
    path: 'POST /shortcomings/:shortcomingId/correct',
    may: 'institution:correct',
    input: CorrectShortcoming,
    output: Saved,
    refusals: ['shortcoming_not_found', 'shortcoming_step_not_possible'],
  }),
  verifyShortcoming: route({
    path: 'POST /shortcomings/:shortcomingId/verify',
    may: 'institution:inspect',
    input: JudgeShortcoming,
    output: Saved,
    refusals: ['shortcoming_not_found', 'shortcoming_step_not_possible'],
  }),
  returnShortcoming: route({
    path: 'POST /shortcomings/:shortcomingId/return',
    may: 'institution:inspect',
    input: JudgeShortcoming,
    output: Saved,
    refusals: ['shortcoming_not_found', 'shortcoming_step_not_possible', 'note_needed'],
  }),
};

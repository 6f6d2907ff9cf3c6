import { idOf, IsoDate, LocalizedText, type Id } from '@qantara/kernel';
import { z } from 'zod';

export const InstitutionId = idOf('InstitutionId');
export type InstitutionId = Id<'InstitutionId'>;

/** A kind of institution and a requirement are data of the region: their words come with them. */
export const InstitutionKind = z.object({
  kindCode: z.string(),
  name: LocalizedText,
  /** How many months an inspection stays fresh. */
  inspectionMonths: z.number().int(),
});
export type InstitutionKind = z.infer<typeof InstitutionKind>;

export const Requirement = z.object({ requirementCode: z.string(), name: LocalizedText });
export type Requirement = z.infer<typeof Requirement>;

/** Whether places are free, in a word; `unknown` also where the count has grown old. */
export const FreePlaces = z.enum(['free', 'few', 'full', 'unknown']);
export type FreePlaces = z.infer<typeof FreePlaces>;

export const ComplianceStatus = z.enum(['compliant', 'conditions', 'not_compliant', 'unknown']);
export type ComplianceStatus = z.infer<typeof ComplianceStatus>;

/** Which rule decided the status, the first that holds. */
export const ComplianceReason = z.enum([
  'no_licence',
  'licence_stopped',
  'licence_expired',
  'critical_open',
  'deadline_passed',
  'never_inspected',
  'inspection_too_old',
  'inspection_unacceptable',
  'shortcomings_open',
  'licence_provisional',
  'all_in_order',
]);
export type ComplianceReason = z.infer<typeof ComplianceReason>;

export const Compliance = z.object({
  status: ComplianceStatus,
  reason: ComplianceReason,
  lastInspectedOn: IsoDate.nullable(),
  nextInspectionDueOn: IsoDate.nullable(),
});
export type Compliance = z.infer<typeof Compliance>;

/** What comes due at an institution. */
export const DeadlineKind = z.enum(['licence_renewal', 'shortcoming', 'inspection_due', 'inspection_planned']);
export type DeadlineKind = z.infer<typeof DeadlineKind>;

export const Deadline = z.object({
  kind: DeadlineKind,
  dueOn: IsoDate,
  isOverdue: z.boolean(),
  institutionId: InstitutionId,
  institutionName: LocalizedText,
  /** The shortcoming or the inspection; null for what concerns the institution itself. */
  subjectId: z.uuid().nullable(),
});
export type Deadline = z.infer<typeof Deadline>;

const optionalText = (most: number) => z.string().trim().max(most).default('');
const code = z.string().regex(/^[a-z_]{1,40}$/);
const blankIsNull = (value: unknown): unknown => (value === '' || value === undefined ? null : value);
const optionalNumber = (schema: z.ZodNumber) => z.preprocess(blankIsNull, schema.nullable());

/** What the register says of an institution. A place left blank on a confidential one stays as it was kept. */
export const NewInstitution = z.object({
  organisationId: z.uuid(),
  kindCode: code,
  name: LocalizedText,
  areaId: z.preprocess(blankIsNull, z.uuid().nullable()),
  address: optionalText(300),
  latitude: optionalNumber(z.number().min(-90).max(90)),
  longitude: optionalNumber(z.number().min(-180).max(180)),
  isConfidential: z.boolean().default(false),
  phone: optionalText(40),
  capacityApproved: optionalNumber(z.number().int().min(0).max(10_000)),
});
export type NewInstitution = z.infer<typeof NewInstitution>;

export const CorrectInstitution = NewInstitution.extend({
  institutionId: InstitutionId,
  version: z.coerce.number().int(),
});
export type CorrectInstitution = z.infer<typeof CorrectInstitution>;

export const CountPlaces = z.object({
  institutionId: InstitutionId,
  placesOccupied: z.number().int().min(0).max(10_000),
  occupiedOn: IsoDate,
});
export type CountPlaces = z.infer<typeof CountPlaces>;

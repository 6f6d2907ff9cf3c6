import { IsoDate, IsoDateTime, LocalizedText, Paging } from '@qantara/kernel';
import { z } from 'zod';
import { Inspection, Shortcoming } from './inspection.ts';
import { Compliance, ComplianceReason, ComplianceStatus, FreePlaces, InstitutionId } from './institution.ts';
import { Licence, LicenceStanding, LicenceStep } from './licence.ts';

/** What a resident may rely on, and nothing else: no shortcoming, no inspector, no reason, no place of a confidential one. */
export const PublicInstitution = z.object({
  institutionId: InstitutionId,
  name: LocalizedText,
  kindCode: z.string(),
  organisationName: LocalizedText.nullable(),
  areaId: z.uuid().nullable(),
  address: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  isConfidential: z.boolean(),
  phone: z.string().nullable(),
  isLicensed: z.boolean(),
  isProvisional: z.boolean(),
  licensedUntil: IsoDate.nullable(),
  compliance: ComplianceStatus,
  lastInspectedOn: IsoDate.nullable(),
  freePlaces: FreePlaces,
  countedOn: IsoDate.nullable(),
});
export type PublicInstitution = z.infer<typeof PublicInstitution>;

const blank = z.literal('').transform(() => undefined);
const code = z.string().regex(/^[a-z_]{1,40}$/);

export const PublicSearch = Paging.extend({
  kindCode: z.union([blank, code]).optional(),
  areaId: z.union([blank, z.uuid()]).optional(),
});
export type PublicSearch = z.infer<typeof PublicSearch>;

export const RegisterSearch = PublicSearch.extend({
  compliance: z.union([blank, ComplianceStatus]).optional(),
  licence: z.union([blank, LicenceStanding]).optional(),
});
export type RegisterSearch = z.infer<typeof RegisterSearch>;

/** One line of the register. */
export const RegisteredInstitution = z.object({
  institutionId: InstitutionId,
  name: LocalizedText,
  kindCode: z.string(),
  organisationId: z.uuid(),
  organisationName: LocalizedText.nullable(),
  areaId: z.uuid().nullable(),
  isConfidential: z.boolean(),
  licence: LicenceStanding,
  licensedUntil: IsoDate.nullable(),
  compliance: ComplianceStatus,
  reason: ComplianceReason,
  lastInspectedOn: IsoDate.nullable(),
  openShortcomings: z.number().int(),
  overdueShortcomings: z.number().int(),
});
export type RegisteredInstitution = z.infer<typeof RegisteredInstitution>;

export const StoryEntry = z.object({
  entryId: z.uuid(),
  what: z.string(),
  note: z.string().nullable(),
  organisationName: LocalizedText.nullable(),
  at: IsoDateTime,
});

/** An institution with its whole story, as staff read it; where a confidential one is, is not in it. */
export const OpenInstitution = z.object({
  institutionId: InstitutionId,
  version: z.number().int(),
  organisationId: z.uuid(),
  organisationName: LocalizedText.nullable(),
  kindCode: z.string(),
  name: LocalizedText,
  areaId: z.uuid().nullable(),
  address: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  isConfidential: z.boolean(),
  phone: z.string().nullable(),
  capacityApproved: z.number().int().nullable(),
  placesOccupied: z.number().int().nullable(),
  occupiedOn: IsoDate.nullable(),
  licence: Licence,
  licenceSteps: z.array(LicenceStep),
  compliance: Compliance,
  inspections: z.array(Inspection),
  shortcomings: z.array(Shortcoming),
  story: z.array(StoryEntry),
});
export type OpenInstitution = z.infer<typeof OpenInstitution>;

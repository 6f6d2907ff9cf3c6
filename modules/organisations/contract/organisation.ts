import { idOf, LocalizedText, type Id } from '@qantara/kernel';
import { z } from 'zod';

export const OrganisationId = idOf('OrganisationId');
export type OrganisationId = Id<'OrganisationId'>;

export const Sector = z.enum([
  'municipality',
  'government',
  'health',
  'education',
  'association',
  'cooperative',
  'business',
  'other',
]);
export type Sector = z.infer<typeof Sector>;

export const Organisation = z.object({
  organisationId: OrganisationId,
  parentOrganisationId: OrganisationId.nullable(),
  name: LocalizedText,
  description: LocalizedText.nullable(),
  sector: Sector,
  email: z.string().nullable(),
  phone: z.string().nullable(),
  website: z.string().nullable(),
  areaId: z.uuid().nullable(),
  receivesReferrals: z.boolean(),
});
export type Organisation = z.infer<typeof Organisation>;

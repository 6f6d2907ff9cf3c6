import { optionalText, LocalizedText } from '@qantara/kernel';
import { Capacity, ServiceId } from '@qantara/directory/contract';
import { z } from 'zod';
import { KeptEntry } from '../keeping.ts';
import { line, optionalEmail, optionalId } from './blank.ts';
import { PlaceDetails } from './place.ts';

/** What is said of an organisation by hand; its sector and whether it answers referrals are for others to say. */
export const OrganisationDetails = z.object({
  name: LocalizedText,
  description: optionalText,
  phone: line(60),
  email: optionalEmail,
  url: line(2000),
  /** The organisation that it belongs to. */
  parentId: optionalId,
});
export type OrganisationDetails = z.infer<typeof OrganisationDetails>;

/** An organisation that is not there yet, before any service of it is. */
export const NewOrganisation = OrganisationDetails.extend({
  /** Whoever adds it has looked at what is like it, and it is none of these. */
  isSureNew: z.boolean().default(false),
});
export type NewOrganisation = z.infer<typeof NewOrganisation>;

export const OrganisationEdit = OrganisationDetails.extend({ organisationId: z.uuid() });
export type OrganisationEdit = z.infer<typeof OrganisationEdit>;

/** A place of an organisation at which no service is given yet. */
export const NewPlaceOfOrganisation = PlaceDetails.extend({
  organisationId: z.uuid(),
  isConfidential: z.boolean().default(false),
});
export type NewPlaceOfOrganisation = z.infer<typeof NewPlaceOfOrganisation>;

/** The entries of one's own organisation, those to be confirmed first. */
export const OwnEntries = z.object({ entries: z.array(KeptEntry) });
export type OwnEntries = z.infer<typeof OwnEntries>;

export const OwnConfirmation = z.object({ serviceIds: z.array(ServiceId).min(1).max(500) });
export type OwnConfirmation = z.infer<typeof OwnConfirmation>;

/** Whether one's own service can take somebody now. */
export const OwnCapacity = z.object({ serviceId: ServiceId, capacity: Capacity });
export type OwnCapacity = z.infer<typeof OwnCapacity>;

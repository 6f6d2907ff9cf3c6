import { z } from 'zod';

const PHONE = [
  'phone',
  'fax',
  'textphone',
  'phone_description',
  'phone_extension',
  'phone_type',
  'phone_private',
] as const;
const CONTACT = [
  'contact_name',
  'contact_title',
  'contact_department',
  'contact_email',
  'contact_phone',
  'contact_private',
] as const;

const ORGANIZATION = [
  'id',
  'name',
  'alternate_name',
  'description',
  'email',
  'website',
  'additional_urls',
  'legal_status',
  'tax_status',
  'tax_id',
  'year_incorporated',
  'logo',
  'uri',
  'parent_organization_id',
  'identifier',
  'funding',
  ...PHONE,
  ...CONTACT,
  'is_excluded',
] as const;

const SERVICE = [
  'id',
  'name',
  'alternate_name',
  'description',
  'program',
  'status',
  'email',
  'url',
  'additional_urls',
  'hours',
  'languages',
  'interpretation_services',
  'taxonomy_codes',
  'taxonomy_names',
  'service_areas',
  'eligibility_description',
  'ages',
  'minimum_age',
  'maximum_age',
  'application_process',
  'required_documents',
  'fees_description',
  'cost_amount',
  'cost_currency',
  'cost_option',
  'wait_time',
  'capacity_status',
  'capacity_available',
  'capacity_maximum',
  'accreditations',
  'licenses',
  'funding',
  'alert',
  'assured_date',
  'assurer_email',
  'last_modified',
  'location_ids',
  ...PHONE,
  ...CONTACT,
  'is_excluded',
] as const;

const ADDRESS = [
  'address',
  'address_1',
  'address_2',
  'attention',
  'city',
  'region',
  'state_province',
  'postal_code',
  'country',
  'mailing_address',
  'mailing_address_1',
  'mailing_address_2',
  'mailing_attention',
  'mailing_city',
  'mailing_region',
  'mailing_state_province',
  'mailing_postal_code',
  'mailing_country',
  'mailing_private',
  'latitude',
  'longitude',
  'coordinates',
  'is_confidential',
  'is_public',
] as const;

const LOCATION = [
  'id',
  'name',
  'alternate_name',
  'description',
  ...ADDRESS,
  'location_type',
  'transportation',
  'accessibility',
  'hours',
  'languages',
  'url',
  'external_identifier',
  'service_areas',
  'service_ids',
  ...PHONE,
  ...CONTACT,
  'is_excluded',
] as const;

/** Columns of a table in which each row says itself what it is. */
const ROW = ['kind', 'parent_id', 'parent_name', ...new Set([...ORGANIZATION, ...SERVICE, ...LOCATION])] as const;
const LINK = ['service_id', 'location_id'] as const;

/** What the columns of a table can say, by the object that they say it of. */
export const MAPPING_FIELDS = {
  organization: ORGANIZATION,
  service: SERVICE,
  location: LOCATION,
  row: ROW,
  link: LINK,
} as const satisfies Record<string, readonly string[]>;

export type MappedObject = keyof typeof MAPPING_FIELDS;
export const MAPPED_OBJECTS = Object.keys(MAPPING_FIELDS) as [MappedObject, ...MappedObject[]];
export const MappedObjectName = z.enum(MAPPED_OBJECTS);

/** Each field once, for the words in which people choose it. */
export const MappingField = z.enum([...new Set(Object.values(MAPPING_FIELDS).flat())] as [string, ...string[]]);

/** A column that nobody takes in: internal notes, names of staff. */
export const LEFT_OUT = 'left_out';

const TARGETS = new Set([
  LEFT_OUT,
  ...MAPPED_OBJECTS.flatMap((object) => MAPPING_FIELDS[object].map((field) => `${object}.${field}`)),
]);

/** Where the values of a column go: `service.name`; null keeps them with the record under the column's own name. */
export const MappingTarget = z
  .string()
  .max(60)
  .refine((target) => TARGETS.has(target), { error: 'not_a_choice' });
export type MappingTarget = z.infer<typeof MappingTarget>;

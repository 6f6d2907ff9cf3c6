// Made by `npm run generate` from db/migrations. Not edited by hand.
import type { ColumnType } from 'kysely';

/** What may stand in a jsonb column; parse it with its schema. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/** A paper or photo of a person: what it is, who added it, and that there was one after it is removed. */
export interface AttachmentsAttachmentTable {
  person_id: string;
  attachment_id: string;
  /** Its name in the store of files, 32 random bytes; null once the bytes are gone. */
  file_key: ColumnType<string | null, string | null | undefined, string | null>;
  /** What whoever added it called it; empty once it is removed. */
  file_name: string;
  media_type: 'application/pdf' | 'image/jpeg' | 'image/png' | 'image/webp' | 'image/heic';
  size: number;
  /** A keyed digest of the bytes: what is opened is what was added. */
  digest: Buffer;
  how: 'staff' | 'person';
  added_by: ColumnType<string | null, string | null | undefined, string | null>;
  added_at: ColumnType<Date, Date | string, Date | string>;
  removed_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** Each two organisations that signed one agreement, what may pass between them, and the days on which it runs: from the first up to, not including, the last; null is without end. */
export interface AgreementsPublishedBondTable {
  organisation_id: ColumnType<string, never, never>;
  with_organisation_id: ColumnType<string | null, never, never>;
  agreement_id: ColumnType<string, never, never>;
  purposes: ColumnType<string[], never, never>;
  categories: ColumnType<string[], never, never>;
  runs_from: ColumnType<string | null, never, never>;
  runs_until: ColumnType<string | null, never, never>;
}

/** Which agreement renews which, once it was offered for signature; whether it binds is told by published_bond. */
export interface AgreementsPublishedRenewalTable {
  agreement_id: ColumnType<string, never, never>;
  renewal_id: ColumnType<string | null, never, never>;
}

/** What other modules may read of an organisation. */
export interface OrganisationsPublishedOrganisationTable {
  organisation_id: ColumnType<string, never, never>;
  parent_organisation_id: ColumnType<string | null, never, never>;
  name: ColumnType<Json, never, never>;
  sector: ColumnType<string, never, never>;
  area_id: ColumnType<string | null, never, never>;
  receives_referrals: ColumnType<boolean, never, never>;
  alternate_name: ColumnType<Json | null, never, never>;
  description: ColumnType<Json | null, never, never>;
  email: ColumnType<string | null, never, never>;
  phone: ColumnType<string | null, never, never>;
  website: ColumnType<string | null, never, never>;
  tax_status: ColumnType<string | null, never, never>;
  tax_id: ColumnType<string | null, never, never>;
  year_incorporated: ColumnType<number | null, never, never>;
  legal_status: ColumnType<string | null, never, never>;
  logo: ColumnType<string | null, never, never>;
  uri: ColumnType<string | null, never, never>;
  updated_at: ColumnType<Date, never, never>;
}

/** What other modules may read of an area. */
export interface TerritoryPublishedAreaTable {
  area_id: ColumnType<string, never, never>;
  parent_area_id: ColumnType<string | null, never, never>;
  kind: ColumnType<string, never, never>;
  code: ColumnType<string, never, never>;
  name: ColumnType<Json, never, never>;
  latitude: ColumnType<number | null, never, never>;
  longitude: ColumnType<number | null, never, never>;
  population: ColumnType<number | null, never, never>;
}

export interface AttachmentsTables {
  'attachments.attachment': AttachmentsAttachmentTable;
  'agreements.published_bond': AgreementsPublishedBondTable;
  'agreements.published_renewal': AgreementsPublishedRenewalTable;
  'organisations.published_organisation': OrganisationsPublishedOrganisationTable;
  'territory.published_area': TerritoryPublishedAreaTable;
}

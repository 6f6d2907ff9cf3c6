// Made by `npm run generate` from db/migrations. Not edited by hand.
import type { ColumnType } from 'kysely';

/** What may stand in a jsonb column; parse it with its schema. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/** How somebody of the staff wants to be told, beside the list in the app. */
export interface NotificationsAccountPreferenceTable {
  account_id: string;
  locale: ColumnType<'ar' | 'fr' | 'en' | null, 'ar' | 'fr' | 'en' | null | undefined, 'ar' | 'fr' | 'en' | null>;
  /** For each topic: app, email or sms. */
  channels: ColumnType<Json, Json | undefined, Json>;
  sealed_number: ColumnType<string | null, string | null | undefined, string | null>;
  quiet_from: ColumnType<string | null, string | null | undefined, string | null>;
  quiet_until: ColumnType<string | null, string | null | undefined, string | null>;
  /** Until then what is urgent passes their quiet hours. */
  on_duty_until: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  version: ColumnType<number, number | undefined, number>;
}

/** Which person a notice is for. */
export interface NotificationsAddresseeTable {
  person_id: string;
  notice_id: string;
}

/** What the sample region would have sent. The address of a person is never in it, only its last two characters. */
export interface NotificationsCapturedTable {
  captured_id: ColumnType<string, string | undefined, string>;
  message_id: string;
  channel: 'email' | 'sms';
  hint: string;
  locale: 'ar' | 'fr' | 'en';
  /** Sealed: the subject, the words and the page of the letter. */
  sealed: string;
  parts: ColumnType<number | null, number | null | undefined, number | null>;
  at: ColumnType<Date, Date | string, Date | string>;
}

/** Keyed digests of addresses that a provider refused for good: not used until they are corrected or tried again. Holds no address. */
export interface NotificationsDeadAddressTable {
  digest: Buffer;
  channel: 'email' | 'sms';
  why: string;
  at: ColumnType<Date, Date | string, Date | string>;
}

/** One try to reach somebody outside the app, and where it stands. */
export interface NotificationsMessageTable {
  message_id: string;
  notice_id: string;
  /** open: chosen at the moment of sending, when preferences and safe contact are asked; then the way that it was. */
  channel: 'open' | 'email' | 'sms';
  state: 'waiting' | 'postponed' | 'sending' | 'sent' | 'delivered' | 'unsure' | 'held' | 'failed' | 'bounced';
  /** A code, never words: why it is held, postponed, failed or bounced. */
  why: ColumnType<string | null, string | null | undefined, string | null>;
  due_at: ColumnType<Date, Date | string, Date | string>;
  attempts: ColumnType<number, number | undefined, number>;
  claimed_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  /** Of the one try that holds it: another server's answer to an older try changes nothing. */
  claim: ColumnType<string | null, string | null | undefined, string | null>;
  changed_at: ColumnType<Date, Date | string, Date | string>;
  provider_id: ColumnType<string | null, string | null | undefined, string | null>;
  /** The keyed digest of the address that was used, so that a refusal that comes later marks it. Holds no address. */
  address_digest: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>;
  /** Which version of the words was sent; 0 for those that are shipped. */
  text_number: ColumnType<number | null, number | null | undefined, number | null>;
  parts: ColumnType<number | null, number | null | undefined, number | null>;
}

/** One thing that somebody is told. Which person it is for stands apart, in addressee. */
export interface NotificationsNoticeTable {
  notice_id: string;
  template: string;
  recipient: 'account' | 'organisation' | 'person';
  account_id: ColumnType<string | null, string | null | undefined, string | null>;
  organisation_id: ColumnType<string | null, string | null | undefined, string | null>;
  urgency: 'now' | 'soon';
  /** Sealed under the region's secret: the values, and what it is about. A link in them opens something. */
  sealed: string;
  /** On whose account it was said; none where the region itself says it. */
  told_by: ColumnType<string | null, string | null | undefined, string | null>;
  told_by_organisation_id: ColumnType<string | null, string | null | undefined, string | null>;
  at: ColumnType<Date, Date | string, Date | string>;
  read_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** Where and how an organisation wants its messages; without one, its published address. */
export interface NotificationsOrganisationPreferenceTable {
  organisation_id: string;
  channel: 'email' | 'sms' | 'none';
  locale: 'ar' | 'fr' | 'en';
  email: ColumnType<string | null, string | null | undefined, string | null>;
  phone: ColumnType<string | null, string | null | undefined, string | null>;
  quiet_from: ColumnType<string | null, string | null | undefined, string | null>;
  quiet_until: ColumnType<string | null, string | null | undefined, string | null>;
  version: ColumnType<number, number | undefined, number>;
  written_by: ColumnType<string | null, string | null | undefined, string | null>;
  written_at: ColumnType<Date, Date | string, Date | string>;
}

/** Receipts of a provider that were taken, so that none is taken twice. */
export interface NotificationsReceiptTable {
  digest: Buffer;
  at: ColumnType<Date, Date | string, Date | string>;
}

/** Keyed digests of template, recipient and subject, so that nobody is told the same thing twice within a time. Names nobody. */
export interface NotificationsSaidTable {
  digest: Buffer;
  at: ColumnType<Date, Date | string, Date | string>;
}

/** Every state that a message came to. Those that were written outside a transaction are told to the history afterwards. */
export interface NotificationsStepTable {
  step_id: ColumnType<string, string | undefined, string>;
  message_id: string;
  state: string;
  why: ColumnType<string | null, string | null | undefined, string | null>;
  at: ColumnType<Date, Date | string, Date | string>;
  told_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** What a template says, as this region wrote it, by version; a published one is never changed. Without one the words that are shipped hold. */
export interface NotificationsTextTable {
  text_id: ColumnType<string, string | undefined, string>;
  template: string;
  number: number;
  state: 'drafted' | 'published' | 'superseded';
  /** For each language: subject, body, short and disguised. */
  words: Json;
  version: ColumnType<number, number | undefined, number>;
  written_by: ColumnType<string | null, string | null | undefined, string | null>;
  written_at: ColumnType<Date, Date | string, Date | string>;
  published_by: ColumnType<string | null, string | null | undefined, string | null>;
  published_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  superseded_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
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

export interface NotificationsTables {
  'notifications.account_preference': NotificationsAccountPreferenceTable;
  'notifications.addressee': NotificationsAddresseeTable;
  'notifications.captured': NotificationsCapturedTable;
  'notifications.dead_address': NotificationsDeadAddressTable;
  'notifications.message': NotificationsMessageTable;
  'notifications.notice': NotificationsNoticeTable;
  'notifications.organisation_preference': NotificationsOrganisationPreferenceTable;
  'notifications.receipt': NotificationsReceiptTable;
  'notifications.said': NotificationsSaidTable;
  'notifications.step': NotificationsStepTable;
  'notifications.text': NotificationsTextTable;
  'agreements.published_bond': AgreementsPublishedBondTable;
  'agreements.published_renewal': AgreementsPublishedRenewalTable;
  'organisations.published_organisation': OrganisationsPublishedOrganisationTable;
  'territory.published_area': TerritoryPublishedAreaTable;
}

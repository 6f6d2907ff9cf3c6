// Made by `npm run generate` from db/migrations. Not edited by hand.
import type { ColumnType } from 'kysely';

/** What may stand in a jsonb column; parse it with its schema. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/** What a person agreed to, as a policy that the program runs (FHIR Consent.provision). */
export interface PeopleConsentTable {
  person_id: string;
  consent_id: string;
  purpose: 'referral' | 'follow_up' | 'cohort';
  /** Which data may pass: identity, contact, need, note. */
  categories: string[];
  starts_at: ColumnType<Date, Date | string, Date | string>;
  ends_at: ColumnType<Date, Date | string, Date | string>;
  given_how: 'spoken' | 'written' | 'proxy';
  locale: 'ar' | 'fr' | 'en';
  explained_by: ColumnType<string | null, string | null | undefined, string | null>;
  recorded_by_organisation_id: ColumnType<string | null, string | null | undefined, string | null>;
  withdrawn_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  /** The version of the text that was read, in the language of locale; null before texts had versions. */
  text_number: ColumnType<number | null, number | null | undefined, number | null>;
  /** Whether the organisation tells the partners, they tell it, or both. */
  direction: ColumnType<'to_partners' | 'from_partners' | 'both', 'to_partners' | 'from_partners' | 'both' | undefined, 'to_partners' | 'from_partners' | 'both'>;
  /** Whether the person was of age on that day, as far as their birth was known. */
  minority: ColumnType<'adult' | 'minor' | 'perhaps' | 'unknown', 'adult' | 'minor' | 'perhaps' | 'unknown' | undefined, 'adult' | 'minor' | 'perhaps' | 'unknown'>;
  /** Who gave it in the person's place; null where the person did. */
  proxy_relation: ColumnType<'parent' | 'guardian' | 'child_protection' | 'legal_representative' | 'mandate_holder' | null, 'parent' | 'guardian' | 'child_protection' | 'legal_representative' | 'mandate_holder' | null | undefined, 'parent' | 'guardian' | 'child_protection' | 'legal_representative' | 'mandate_holder' | null>;
  /** In whose name it was given, where the person did not give it themselves. */
  proxy_name: ColumnType<string | null, string | null | undefined, string | null>;
  /** The child's own word, beside that of whoever decides for them. */
  child_assent: ColumnType<'agreed' | 'too_young' | 'unable' | null, 'agreed' | 'too_young' | 'unable' | null | undefined, 'agreed' | 'too_young' | 'unable' | null>;
  /** Why somebody under age decided alone. */
  alone_reason: ColumnType<'best_interest' | 'mature_minor' | null, 'best_interest' | 'mature_minor' | null | undefined, 'best_interest' | 'mature_minor' | null>;
}

/** What a person took home of what they agreed to: paper that names nobody and an address, or neither where it is not safe. */
export interface PeopleConsentReceiptTable {
  person_id: string;
  consent_id: string;
  receipt_id: string;
  form: 'named' | 'discreet' | 'none';
  why_none: ColumnType<'not_safe' | 'not_wanted' | null, 'not_safe' | 'not_wanted' | null | undefined, 'not_safe' | 'not_wanted' | null>;
  locale: 'ar' | 'fr' | 'en';
  /** The keyed digest of the address's secret; none once the consent is withdrawn. */
  link_digest: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>;
  /** What the receipt holds, as it was given: no name of the person, no need. */
  shown: ColumnType<Json | null, Json | null | undefined, Json | null>;
  ends_at: ColumnType<Date, Date | string, Date | string>;
  made_by: ColumnType<string | null, string | null | undefined, string | null>;
  made_at: ColumnType<Date, Date | string, Date | string>;
}

/** The named partners that may receive it. */
export interface PeopleConsentRecipientTable {
  person_id: string;
  consent_id: string;
  organisation_id: string;
}

/** A person said no: who asked, for what, with which text. It is never a consent, and nobody asks again at once. */
export interface PeopleConsentRefusalTable {
  person_id: string;
  refusal_id: string;
  purpose: 'referral' | 'follow_up' | 'cohort';
  categories: string[];
  /** The partners that were asked for. */
  recipients: string[];
  text_number: number;
  locale: 'ar' | 'fr' | 'en';
  given_how: 'spoken' | 'written';
  said_by: 'person' | 'proxy' | 'child';
  reason_code: ColumnType<'distrust' | 'privacy' | 'safety' | 'no_need' | 'later' | 'other' | null, 'distrust' | 'privacy' | 'safety' | 'no_need' | 'later' | 'other' | null | undefined, 'distrust' | 'privacy' | 'safety' | 'no_need' | 'later' | 'other' | null>;
  /** In the person's words, where they gave any. */
  reason: ColumnType<string | null, string | null | undefined, string | null>;
  asked_by: ColumnType<string | null, string | null | undefined, string | null>;
  asked_by_organisation_id: ColumnType<string | null, string | null | undefined, string | null>;
  refused_at: ColumnType<Date, Date | string, Date | string>;
}

/** What is read to a person before they agree, by purpose and version; a published one is never changed. */
export interface PeopleConsentTextTable {
  purpose: 'referral' | 'follow_up' | 'cohort';
  number: number;
  text_id: ColumnType<string, string | undefined, string>;
  state: 'drafted' | 'published' | 'superseded';
  words: Json;
  version: ColumnType<number, number | undefined, number>;
  written_by: ColumnType<string | null, string | null | undefined, string | null>;
  written_at: ColumnType<Date, Date | string, Date | string>;
  published_by: ColumnType<string | null, string | null | undefined, string | null>;
  published_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  superseded_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** A way to reach a person, and whether it is safe. */
export interface PeopleContactPointTable {
  person_id: string;
  contact_point_id: string;
  kind: 'phone' | 'message' | 'email' | 'address' | 'in_person';
  value: string;
  is_safe: boolean;
  /** What else is to be known about it, in plain words. */
  note: ColumnType<string | null, string | null | undefined, string | null>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  is_shared: ColumnType<boolean, boolean | undefined, boolean>;
  /** Who else answers or reads it. */
  shared_with: ColumnType<string | null, string | null | undefined, string | null>;
  /** Days of the week, 1 is Monday; none named is every day. */
  safe_days: ColumnType<number[], number[] | undefined, number[]>;
  /** The hour of the region's clock from which contact is safe; the end is not included, and may lie after midnight. */
  safe_from: ColumnType<string | null, string | null | undefined, string | null>;
  safe_until: ColumnType<string | null, string | null | undefined, string | null>;
  /** A word by which the person knows that it is us. */
  say_first: ColumnType<string | null, string | null | undefined, string | null>;
  ask_for: ColumnType<string | null, string | null | undefined, string | null>;
  /** The name under which the caller presents themselves. */
  present_as: ColumnType<string | null, string | null | undefined, string | null>;
  may_leave_message: ColumnType<boolean, boolean | undefined, boolean>;
  /** Whoever sees a message must not learn from it what it is about. */
  is_disguised: ColumnType<boolean, boolean | undefined, boolean>;
  /** The last digits of a number, or a mailbox in small letters: equal where two records have one way of contact. */
  contact_key: ColumnType<string | null, string | null | undefined, string | null>;
}

/** What a person says is wrong in their record; whoever looks after them writes it, or says why not. */
export interface PeopleCorrectionRequestTable {
  person_id: string;
  correction_id: string;
  field: 'name' | 'birth' | 'language' | 'contact' | 'other';
  what_is_wrong: string;
  what_is_right: string;
  status: 'waiting' | 'accepted' | 'declined';
  /** The version of the record when it was asked. */
  record_version: number;
  asked_at: ColumnType<Date, Date | string, Date | string>;
  decided_by: ColumnType<string | null, string | null | undefined, string | null>;
  decided_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  decline_reason: ColumnType<string | null, string | null | undefined, string | null>;
}

/** Which circle finds a person by name, and whether also with an error in it: those who look after them, and whoever answers for the whole region or nation; who answers for a part of it finds the name itself. */
export interface PeopleFindingTable {
  person_id: ColumnType<string | null, never, never>;
  circle_id: ColumnType<string | null, never, never>;
  finds_near: ColumnType<boolean | null, never, never>;
}

/** A record opened in an emergency by somebody who may not otherwise: why, for how long, and what the privacy officer found afterwards. */
export interface PeopleGlassTable {
  person_id: string;
  glass_id: string;
  account_id: string;
  organisation_id: ColumnType<string | null, string | null | undefined, string | null>;
  /** Who looked after the person then, and is told. */
  steward_organisation_id: ColumnType<string | null, string | null | undefined, string | null>;
  record_class: string;
  reason_code: 'life_in_danger' | 'child_at_risk' | 'medical' | 'asks_here';
  reason: string;
  opened_at: ColumnType<Date, Date | string, Date | string>;
  until: ColumnType<Date, Date | string, Date | string>;
  closed_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  verdict: ColumnType<'justified' | 'not_justified' | 'misuse' | null, 'justified' | 'not_justified' | 'misuse' | null | undefined, 'justified' | 'not_justified' | 'misuse' | null>;
  review_note: ColumnType<string | null, string | null | undefined, string | null>;
  reviewed_by: ColumnType<string | null, string | null | undefined, string | null>;
  reviewed_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** People who live together or are one family. It has no name of its own: a name would tell of members whom a reader may not know of. */
export interface PeopleHouseholdTable {
  household_id: string;
  /** Who looks after it, and adds to it. */
  organisation_id: string;
  created_by: ColumnType<string | null, string | null | undefined, string | null>;
  created_at: ColumnType<Date, Date | string, Date | string>;
}

/** Somebody in a household, from when to when; a person may belong to two, such as a child of separated parents. */
export interface PeopleHouseholdMemberTable {
  person_id: string;
  membership_id: string;
  household_id: string;
  /** To the household: its head or contact person where the record wants one, partner, child, parent, other relative, not related, in its care. */
  relation: 'head' | 'contact' | 'partner' | 'child' | 'parent' | 'relative' | 'unrelated' | 'in_care';
  /** Of those that somebody belongs to, the one known to be where they live now. */
  is_home: ColumnType<boolean, boolean | undefined, boolean>;
  /** Null where it is not known. */
  started_on: ColumnType<string | null, string | null | undefined, string | null>;
  ended_on: ColumnType<string | null, string | null | undefined, string | null>;
  /** Violence where they left without a link: who does not have that class finds the household in neither file. */
  record_class: ColumnType<'ordinary' | 'violence', 'ordinary' | 'violence' | undefined, 'ordinary' | 'violence'>;
  added_by: ColumnType<string | null, string | null | undefined, string | null>;
  created_at: ColumnType<Date, Date | string, Date | string>;
}

/** The proposal that two records are one person: asked by one colleague, agreed to by another within seven days, undone by any. */
export interface PeopleMergeTable {
  /** The record that stands for both. */
  person_id: string;
  merge_id: string;
  other_person_id: string;
  organisation_id: string;
  status: 'requested' | 'confirmed' | 'refused' | 'undone';
  requested_by: string;
  requested_at: ColumnType<Date, Date | string, Date | string>;
  expires_at: ColumnType<Date, Date | string, Date | string>;
  decided_by: ColumnType<string | null, string | null | undefined, string | null>;
  decided_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  undone_by: ColumnType<string | null, string | null | undefined, string | null>;
  undone_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** The keys of a name with one consonant left out, so that a name with a typing error is found by equality; asked only where the exact keys find nobody. */
export interface PeopleNameNearTable {
  person_id: string;
  near: string;
}

/** The keys of people.name_token once more for each circle that finds the person, and those of people.name_near with a tilde before them for each that finds them with an error too; kept by people.keep_name_reach. The newest records of a name are the end of one range of its key, however many others have the name. */
export interface PeopleNameReachTable {
  person_id: string;
  circle_id: string;
  token: string;
}

/** The skeletons of a name's words, and of each two of them, so that a name is found in every spelling and script by one equality. */
export interface PeopleNameTokenTable {
  person_id: string;
  token: string;
}

/** Two records that somebody looked at and found to be two people; written for both. */
export interface PeopleNotSameTable {
  person_id: string;
  other_person_id: string;
  decided_by: ColumnType<string | null, string | null | undefined, string | null>;
  decided_at: ColumnType<Date, Date | string, Date | string>;
}

/** Someone who is helped or asks for help; a name may come later, or never. */
export interface PeoplePersonTable {
  person_id: string;
  /** The name that is shown, one of people.person_name; null while anonymous. */
  display_name: ColumnType<string | null, string | null | undefined, string | null>;
  birth_year: ColumnType<number | null, number | null | undefined, number | null>;
  /** Codes of ISO 639. */
  languages: ColumnType<string[], string[] | undefined, string[]>;
  area_id: ColumnType<string | null, string | null | undefined, string | null>;
  /** The organisation that looks after the record; null until a navigator has taken a request that came from outside. */
  steward_organisation_id: ColumnType<string | null, string | null | undefined, string | null>;
  /** False where any contact could put the person in danger: nobody is to write or call. */
  may_contact: ColumnType<boolean, boolean | undefined, boolean>;
  origin: 'self' | 'staff';
  version: ColumnType<number, number | undefined, number>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  updated_at: ColumnType<Date, Date | string, Date | string>;
  no_contact_since: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  /** Why nobody is to write or call: the person asked, danger, an order of a court, or it was not said. */
  no_contact_reason: ColumnType<'asked' | 'danger' | 'order' | 'not_said' | null, 'asked' | 'danger' | 'order' | 'not_said' | null | undefined, 'asked' | 'danger' | 'order' | 'not_said' | null>;
  /** The account that noted it; null where the person did. */
  no_contact_by: ColumnType<string | null, string | null | undefined, string | null>;
  birth_month: ColumnType<number | null, number | null | undefined, number | null>;
  birth_day: ColumnType<number | null, number | null | undefined, number | null>;
  /** A guess of the age on a day, where no part of the birth date is known. */
  estimated_age: ColumnType<number | null, number | null | undefined, number | null>;
  estimated_on: ColumnType<string | null, string | null | undefined, string | null>;
  gender: ColumnType<'woman' | 'man' | 'other' | null, 'woman' | 'man' | 'other' | null | undefined, 'woman' | 'man' | 'other' | null>;
  /** In the person's own words. */
  gender_words: ColumnType<string | null, string | null | undefined, string | null>;
  needs_interpreter: ColumnType<boolean, boolean | undefined, boolean>;
  /** Not to be found: no card for other organisations, no pair, at intake as if nobody was there. */
  is_restricted: ColumnType<boolean, boolean | undefined, boolean>;
  /** The record in whose place this one stands while the two are one (people.merge); nothing else of it is changed, so that the two can be parted again. */
  merged_into: ColumnType<string | null, string | null | undefined, string | null>;
  /** Who of those that reach the person may know of the record: those whose role has its class. */
  record_class: ColumnType<'ordinary' | 'child_protection' | 'violence' | 'mediation' | 'situation_table' | 'restricted', 'ordinary' | 'child_protection' | 'violence' | 'mediation' | 'situation_table' | 'restricted' | undefined, 'ordinary' | 'child_protection' | 'violence' | 'mediation' | 'situation_table' | 'restricted'>;
}

/** The names of a person, each as they give it, in any script. */
export interface PeoplePersonNameTable {
  person_id: string;
  name_id: string;
  kind: 'usual' | 'legal' | 'known_as' | 'former' | 'religious' | 'other';
  words: string;
  /** How the person agreed that it is noted, where they had been anonymous. */
  agreed_how: ColumnType<'spoken' | 'written' | 'proxy' | null, 'spoken' | 'written' | 'proxy' | null | undefined, 'spoken' | 'written' | 'proxy' | null>;
  added_by: ColumnType<string | null, string | null | undefined, string | null>;
  created_at: ColumnType<Date, Date | string, Date | string>;
}

/** Which circle of readers reaches a person: an organisation, an account, the person themselves, those who take what comes in. */
export interface PeopleReachTable {
  /** The identifier of an organisation, account or person, or one of the fixed ones of platform/command/standing-of.ts. */
  circle_id: string;
  person_id: string;
  /** looks_after: reads and writes all of it; own: it is theirs; shared: reads what a consent lets pass. */
  kind: 'looks_after' | 'own' | 'shared';
  /** The consent that shares; else the person. */
  basis_id: string;
  /** Which data are shared: identity, contact, need, note. */
  categories: ColumnType<string[], string[] | undefined, string[]>;
  /** The end of what is shared, by the database's clock; null where it has none. */
  until: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  /** The class of the person's record; ordinary where this way in goes past it, as an emergency does. */
  record_class: ColumnType<string, string | undefined, string>;
  /** What for, where a consent says so; null where it is everything. */
  purpose: ColumnType<string | null, string | null | undefined, string | null>;
}

/** What the law of the region sets for people and their consents; one row. */
export interface PeopleSettingTable {
  is_only: ColumnType<boolean, boolean | undefined, boolean>;
  setting_id: ColumnType<string, string | undefined, string>;
  age_of_majority: ColumnType<number, number | undefined, number>;
}

/** Sharing without consent, by a lawful basis: for named partners, some data and a short time, counted and told. */
export interface PeopleSharingOverrideTable {
  person_id: string;
  override_id: string;
  purpose: 'referral' | 'follow_up';
  basis: 'imminent_harm' | 'child_at_risk' | 'court_order' | 'duty_to_report' | 'cannot_consent';
  reason: string;
  categories: string[];
  /** Whether the person is told of it, or why telling would endanger somebody. */
  telling: 'tell' | 'endangers_person' | 'endangers_other' | 'court_forbids';
  starts_at: ColumnType<Date, Date | string, Date | string>;
  ends_at: ColumnType<Date, Date | string, Date | string>;
  ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  ended_by: ColumnType<string | null, string | null | undefined, string | null>;
  recorded_by: ColumnType<string | null, string | null | undefined, string | null>;
  recorded_by_organisation_id: ColumnType<string | null, string | null | undefined, string | null>;
}

/** The named partners that may receive it. */
export interface PeopleSharingOverrideRecipientTable {
  person_id: string;
  override_id: string;
  organisation_id: string;
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

export interface PeopleTables {
  'people.consent': PeopleConsentTable;
  'people.consent_receipt': PeopleConsentReceiptTable;
  'people.consent_recipient': PeopleConsentRecipientTable;
  'people.consent_refusal': PeopleConsentRefusalTable;
  'people.consent_text': PeopleConsentTextTable;
  'people.contact_point': PeopleContactPointTable;
  'people.correction_request': PeopleCorrectionRequestTable;
  'people.finding': PeopleFindingTable;
  'people.glass': PeopleGlassTable;
  'people.household': PeopleHouseholdTable;
  'people.household_member': PeopleHouseholdMemberTable;
  'people.merge': PeopleMergeTable;
  'people.name_near': PeopleNameNearTable;
  'people.name_reach': PeopleNameReachTable;
  'people.name_token': PeopleNameTokenTable;
  'people.not_same': PeopleNotSameTable;
  'people.person': PeoplePersonTable;
  'people.person_name': PeoplePersonNameTable;
  'people.reach': PeopleReachTable;
  'people.setting': PeopleSettingTable;
  'people.sharing_override': PeopleSharingOverrideTable;
  'people.sharing_override_recipient': PeopleSharingOverrideRecipientTable;
  'agreements.published_bond': AgreementsPublishedBondTable;
  'agreements.published_renewal': AgreementsPublishedRenewalTable;
  'organisations.published_organisation': OrganisationsPublishedOrganisationTable;
  'territory.published_area': TerritoryPublishedAreaTable;
}

// Made by `npm run generate` from db/migrations. Not edited by hand.
import type { ColumnType } from 'kysely';

/** What may stand in a jsonb column; parse it with its schema. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/** A code by which a resident follows their own request. Keyed by its hash, because the code is all that is brought. */
export interface IdentityAccessCodeTable {
  code_hash: Buffer;
  person_id: string;
  created_at: ColumnType<Date, Date | string, Date | string>;
  expires_at: ColumnType<Date, Date | string, Date | string>;
  revoked_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** Someone of the staff who signs in. What a resident may make for themselves is a keyring. */
export interface IdentityAccountTable {
  account_id: string;
  email: string;
  display_name: string;
  /** None while nobody has agreed to the first one: then the account opens its own page alone. */
  role: ColumnType<string | null, string | null | undefined, string | null>;
  organisation_id: ColumnType<string | null, string | null | undefined, string | null>;
  locale: 'ar' | 'fr' | 'en';
  /** scrypt, with its parameters and salt; none where the owner signs in with passkeys or a provider, or has not come yet. */
  password_hash: ColumnType<string | null, string | null | undefined, string | null>;
  /** Sealed under the region's secret; RFC 6238. */
  totp_secret: string;
  totp_confirmed_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  /** The last time step whose code was used: a code opens once. */
  totp_last_step: ColumnType<number, number | undefined, number>;
  /** An invented account of the sample region, whose second-factor code is shown on the page. */
  is_sample: ColumnType<boolean, boolean | undefined, boolean>;
  disabled_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  /** Sealed: the secret of a telephone that is being linked in place of the one in use. */
  totp_pending: ColumnType<string | null, string | null | undefined, string | null>;
  /** Wrong passwords and codes since the owner last signed in; told to them then. */
  failed_tries: ColumnType<number, number | undefined, number>;
  /** When the owner took the account; until then only an invitation opens it. */
  enrolled_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  /** The area that they answer for, for a role whose scope is a territory. */
  area_id: ColumnType<string | null, string | null | undefined, string | null>;
  /** A program of an organisation has an account without a person behind it: no password, no session, no letters. */
  kind: ColumnType<'person' | 'program', 'person' | 'program' | undefined, 'person' | 'program'>;
}

/** What a browser must answer, once and soon: the challenge of a passkey, or the state of a sign-in at a provider. */
export interface IdentityChallengeTable {
  challenge_id: string;
  purpose: 'sign_in' | 'second_factor' | 'confirm' | 'register' | 'enrol' | 'open_id' | 'open_id_link';
  account_id: ColumnType<string | null, string | null | undefined, string | null>;
  /** The session whose browser asked; another one's answer is none. */
  session_id: ColumnType<string | null, string | null | undefined, string | null>;
  /** Sealed under the region's secret: the challenge, or state, nonce and proof key. */
  sealed: string;
  created_at: ColumnType<Date, Date | string, Date | string>;
  expires_at: ColumnType<Date, Date | string, Date | string>;
}

/** A link by which the owner alone sets what opens their account: once, and for a time. */
export interface IdentityEnrolmentTable {
  enrolment_id: string;
  account_id: string;
  purpose: 'invitation' | 'recovery';
  token_hash: Buffer;
  /** Sealed; becomes the account's only when the link is used, so that what was before holds until then. */
  totp_secret: string;
  created_by: ColumnType<string | null, string | null | undefined, string | null>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  expires_at: ColumnType<Date, Date | string, Date | string>;
  used_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  revoked_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** A personal account of a resident, who made it with the code of a request. It names nobody and holds no right of its own. */
export interface IdentityKeyringTable {
  keyring_id: string;
  /** Keyed digest of name and password, stretched together (scrypt). The name alone is kept nowhere, so that nothing tells whether somebody has one. */
  opens_by: Buffer;
  /** An invented one of the sample region, shared by visitors: nothing of it may be changed. */
  is_sample: ColumnType<boolean, boolean | undefined, boolean>;
  created_at: ColumnType<Date, Date | string, Date | string>;
}

/** One request that a personal account opens. A request is in one of them at most. */
export interface IdentityKeyringRequestTable {
  person_id: string;
  keyring_request_id: string;
  keyring_id: string;
  /** When its first code was made: all that the list of requests says of it. */
  asked_at: ColumnType<Date, Date | string, Date | string>;
  added_at: ColumnType<Date, Date | string, Date | string>;
  /** The day on which the account last opened it: it leaves the account after two years of silence. */
  opened_on: string;
}

/** Who an account is at a provider: its subject there, which stays when an e-mail address goes to somebody else. */
export interface IdentityOpenIdLinkTable {
  issuer: string;
  subject: string;
  account_id: string;
  linked_at: ColumnType<Date, Date | string, Date | string>;
  last_used_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** A key of the owner's device or password manager (WebAuthn); it signs in alone, for the device asks for its owner. */
export interface IdentityPasskeyTable {
  passkey_id: string;
  account_id: string;
  credential_id: string;
  public_key: Buffer;
  /** How often the key has signed, where it counts; one that goes back was copied (WebAuthn 6.1.1). */
  counter: number;
  transports: string[];
  is_synced: boolean;
  label: string;
  created_at: ColumnType<Date, Date | string, Date | string>;
  last_used_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** How a program proves itself, and what it was granted (SMART App Launch 2.2, Backend Services). */
export interface IdentityProgramTable {
  account_id: string;
  /** Who runs it, to be asked when something is wrong with it. */
  contact: string;
  /** system/<type or *>.<letters of cruds>; they narrow what its role may do. */
  scopes: string[];
  /** Its public keys (RFC 7517), where it gave them to us. */
  keys: ColumnType<Json | null, Json | null | undefined, Json | null>;
  /** Where it publishes them itself, by https. */
  keys_address: ColumnType<string | null, string | null | undefined, string | null>;
  created_at: ColumnType<Date, Date | string, Date | string>;
}

/** Assertions that were used: each opens once (RFC 7523 section 3). Only digests are kept. */
export interface IdentityProgramAssertionTable {
  assertion_hash: Buffer;
  expires_at: ColumnType<Date, Date | string, Date | string>;
}

/** What a program calls with for five minutes. The token itself is not kept. */
export interface IdentityProgramTokenTable {
  token_hash: Buffer;
  account_id: string;
  scopes: string[];
  created_at: ColumnType<Date, Date | string, Date | string>;
  expires_at: ColumnType<Date, Date | string, Date | string>;
}

/** One administrator asks, another agrees, and neither is the owner: so no one person can take an account. */
export interface IdentityRecoveryTable {
  recovery_id: string;
  account_id: string;
  requested_by: string;
  requested_at: ColumnType<Date, Date | string, Date | string>;
  expires_at: ColumnType<Date, Date | string, Date | string>;
  agreed_by: ColumnType<string | null, string | null | undefined, string | null>;
  agreed_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  cancelled_by: ColumnType<string | null, string | null | undefined, string | null>;
  cancelled_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** Codes on paper that stand in for the second factor, each once. Only keyed digests are kept. */
export interface IdentityRecoveryCodeTable {
  code_hash: Buffer;
  account_id: string;
  created_at: ColumnType<Date, Date | string, Date | string>;
  used_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** What an account may be: shipped with the product, whose permissions and words are in its code and change with it, or composed here. */
export interface IdentityRoleTable {
  code: string;
  is_shipped: boolean;
  /** The shipped role that a composed one began as. */
  template: ColumnType<string | null, string | null | undefined, string | null>;
  /** LocalizedText of a composed role. */
  name: ColumnType<Json | null, Json | null | undefined, Json | null>;
  /** LocalizedText of a composed role. */
  description: ColumnType<Json | null, Json | null | undefined, Json | null>;
  /** Of a composed role; besides them it has what everybody at work has. */
  permissions: ColumnType<string[] | null, string[] | null | undefined, string[] | null>;
  /** Counts the changes of a composed role: nobody agrees to another one than they read. */
  version: ColumnType<number, number | undefined, number>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  /** Given to nobody any more, and opens nothing to whoever would still hold it. */
  retired_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** A role to be given, composed or changed: asked by one person, in effect when another agrees. Every such change is here, with who stood behind it. */
export interface IdentityRoleRequestTable {
  request_id: string;
  kind: 'give' | 'compose' | 'change';
  /** alone: in effect at once, as nobody else could agree; reduced: at once, as it only took away. */
  state: 'asked' | 'agreed' | 'refused' | 'withdrawn' | 'alone' | 'reduced';
  /** The code of the role; of one to be composed it is in use only once it is agreed to. */
  role: string;
  /** The version of the role that was read when this was asked; nobody agrees to another one. */
  role_version: number;
  account_id: ColumnType<string | null, string | null | undefined, string | null>;
  /** What the account had been. */
  former_role: ColumnType<string | null, string | null | undefined, string | null>;
  area_id: ColumnType<string | null, string | null | undefined, string | null>;
  template: ColumnType<string | null, string | null | undefined, string | null>;
  name: ColumnType<Json | null, Json | null | undefined, Json | null>;
  description: ColumnType<Json | null, Json | null | undefined, Json | null>;
  /** Of the role to be composed or changed. */
  permissions: ColumnType<string[] | null, string[] | null | undefined, string[] | null>;
  /** What the role had been before the change. */
  former_permissions: ColumnType<string[] | null, string[] | null | undefined, string[] | null>;
  reason: string;
  asked_by: string;
  asked_at: ColumnType<Date, Date | string, Date | string>;
  expires_at: ColumnType<Date, Date | string, Date | string>;
  answered_by: ColumnType<string | null, string | null | undefined, string | null>;
  answered_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  answer_note: ColumnType<string | null, string | null | undefined, string | null>;
}

/** One signed-in browser. The token itself is not kept. */
export interface IdentitySessionTable {
  token_hash: Buffer;
  /** A visitor has signed in to nothing: their session only ties the answer of a provider to the browser that asked it. */
  kind: 'account' | 'resident' | 'visitor';
  account_id: ColumnType<string | null, string | null | undefined, string | null>;
  person_id: ColumnType<string | null, string | null | undefined, string | null>;
  /** When the second factor was given; without it the session may only give it. */
  confirmed_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  expires_at: ColumnType<Date, Date | string, Date | string>;
  /** Names the session to its owner and to administrators; opens nothing. */
  session_id: ColumnType<string, string | undefined, string>;
  /** Within five minutes; an hour of silence ends a session of the staff. */
  last_seen_at: ColumnType<Date, Date | string | undefined, Date | string>;
  /** Until when the owner has just shown both factors once more: only then credentials change. */
  fresh_until: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  /** The family of the browser, never its whole description. */
  browser: ColumnType<string, string | undefined, string>;
  device: ColumnType<string, string | undefined, string>;
  way: ColumnType<'password' | 'passkey' | 'open_id' | 'enrolment', 'password' | 'passkey' | 'open_id' | 'enrolment' | undefined, 'password' | 'passkey' | 'open_id' | 'enrolment'>;
  /** How many tries had failed when this session began: told to the owner. */
  failed_tries: ColumnType<number, number | undefined, number>;
  /** The personal account that opened a resident's session; none where their code did. */
  keyring_id: ColumnType<string | null, string | null | undefined, string | null>;
}

/** Colleagues of one organisation who look after people together, for roles whose scope is the team. */
export interface IdentityTeamTable {
  team_id: string;
  organisation_id: string;
  /** LocalizedText. */
  name: Json;
  created_at: ColumnType<Date, Date | string, Date | string>;
  closed_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** Who works in which team. */
export interface IdentityTeamMemberTable {
  account_id: string;
  team_id: string;
  added_at: ColumnType<Date, Date | string, Date | string>;
}

/** Tries that failed, for an address from a place, an address, or a place, and until when the next one waits. Names nobody: the bucket is a keyed digest. */
export interface IdentityWaitTable {
  bucket: string;
  tries: number;
  waits_until: ColumnType<Date, Date | string, Date | string>;
  forget_at: ColumnType<Date, Date | string, Date | string>;
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

export interface IdentityTables {
  'identity.access_code': IdentityAccessCodeTable;
  'identity.account': IdentityAccountTable;
  'identity.challenge': IdentityChallengeTable;
  'identity.enrolment': IdentityEnrolmentTable;
  'identity.keyring': IdentityKeyringTable;
  'identity.keyring_request': IdentityKeyringRequestTable;
  'identity.open_id_link': IdentityOpenIdLinkTable;
  'identity.passkey': IdentityPasskeyTable;
  'identity.program': IdentityProgramTable;
  'identity.program_assertion': IdentityProgramAssertionTable;
  'identity.program_token': IdentityProgramTokenTable;
  'identity.recovery': IdentityRecoveryTable;
  'identity.recovery_code': IdentityRecoveryCodeTable;
  'identity.role': IdentityRoleTable;
  'identity.role_request': IdentityRoleRequestTable;
  'identity.session': IdentitySessionTable;
  'identity.team': IdentityTeamTable;
  'identity.team_member': IdentityTeamMemberTable;
  'identity.wait': IdentityWaitTable;
  'organisations.published_organisation': OrganisationsPublishedOrganisationTable;
  'territory.published_area': TerritoryPublishedAreaTable;
}

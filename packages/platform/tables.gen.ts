// Made by `npm run generate` from db/migrations. Not edited by hand.
import type { ColumnType } from 'kysely';

/** What may stand in a jsonb column; parse it with its schema. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/** Whose record an opening opened, beside the chain: erasing a row leaves the chain whole. */
export interface PlatformAccessEntryTable {
  person_id: string;
  opening_id: string;
  /** Which of the people of the opening this is, from 1: its place in whose and rules. */
  ordinal: number;
  subject_id: ColumnType<string | null, string | null | undefined, string | null>;
  /** The consent that let the reader reach the person, where one did. */
  basis_id: ColumnType<string | null, string | null | undefined, string | null>;
  reason: ColumnType<string | null, string | null | undefined, string | null>;
  salt: Buffer;
}

/** A step that needs two people: one asks, another agrees, the first uses it once, all within a day. */
export interface PlatformAssentTable {
  assent_id: string;
  kind: string;
  /** What was asked and agreed to, to the letter; identifiers and codes only. */
  about: Json;
  reason: string;
  state: 'asked' | 'agreed' | 'refused' | 'used';
  asked_by: string;
  asked_at: ColumnType<Date, Date | string, Date | string>;
  expires_at: ColumnType<Date, Date | string, Date | string>;
  answered_by: ColumnType<string | null, string | null | undefined, string | null>;
  answered_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  answer_note: ColumnType<string | null, string | null | undefined, string | null>;
  used_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** The last link of each audit chain; one command takes one link of one stream. */
export interface PlatformChainHeadTable {
  stream: number;
  position: number;
  hash: Buffer;
}

/** The heads of all streams at one moment, signed, and joined to the checkpoint before. What is kept outside proves what stood here. */
export interface PlatformCheckpointTable {
  number: number;
  at: ColumnType<Date, Date | string, Date | string>;
  /** What is signed, to the letter: number, moment, heads, how much they account for, digest of the one before, key. */
  body: string;
  /** SHA-256 of the body. */
  digest: Buffer;
  /** Ed25519 over the body, by a key derived from the region's secret. */
  signature: Buffer;
}

/** Which checkpoint has reached which place outside. */
export interface PlatformCheckpointCopyTable {
  number: number;
  keeper: string;
  at: ColumnType<Date, Date | string, Date | string>;
}

/** Answers already given, so that a repeated command has the effect of one. */
export interface PlatformCommandTable {
  actor_key: string;
  command_hash: Buffer;
  route: string;
  input_digest: Buffer;
  /** AES-256-GCM under a key derived from the command's own identifier, which is not kept. */
  output: Buffer;
  at: ColumnType<Date, Date | string, Date | string>;
}

/** What each subscriber has done, so that an event delivered twice is handled once. */
export interface PlatformDeliveryTable {
  event_id: string;
  subscriber: string;
  at: ColumnType<Date, Date | string, Date | string>;
}

/** Every change, once: the timeline, the audit entry and the message to other modules. Never changed, never deleted. */
export interface PlatformEventTable {
  event_id: string;
  type: string;
  subject_id: string;
  person_id: ColumnType<string | null, string | null | undefined, string | null>;
  actor_kind: 'anyone' | 'account' | 'resident' | 'system';
  account_id: ColumnType<string | null, string | null | undefined, string | null>;
  organisation_id: ColumnType<string | null, string | null | undefined, string | null>;
  command_ref: string;
  reason: ColumnType<string | null, string | null | undefined, string | null>;
  /** Codes and identifiers only; personal values stand in event_value, so that they can be erased. */
  data: Json;
  /** SHA-256 of the salted personal values, empty where there are none. */
  value_digest: string;
  at: ColumnType<Date, Date | string, Date | string>;
  stream: number;
  position: number;
  ordinal: number;
  /** SHA-256 of this event and of the salted digest of its personal values. */
  digest: Buffer;
  /** SHA-256 of the previous link of the stream and of the digests of this command's events. */
  hash: Buffer;
}

/** What a change changed, beside the chain: erasing a row leaves the chain whole. */
export interface PlatformEventValueTable {
  person_id: string;
  event_id: string;
  salt: Buffer;
  before: ColumnType<Json | null, Json | null | undefined, Json | null>;
  after: ColumnType<Json | null, Json | null | undefined, Json | null>;
}

/** Every opening of records, a link of the chain as every change is: who, what kind, when, by which channel and rule. Never changed, never deleted. */
export interface PlatformOpeningTable {
  opening_id: string;
  kind: string;
  /** older: an entry from before openings were chained, sealed as it was found when they began to be. */
  channel: 'page' | 'api' | 'export' | 'offline' | 'system' | 'older';
  actor_kind: 'anyone' | 'account' | 'resident' | 'system';
  account_id: ColumnType<string | null, string | null | undefined, string | null>;
  organisation_id: ColumnType<string | null, string | null | undefined, string | null>;
  /** The call that opened it; events of the same call have it as their command_ref. */
  call_ref: string;
  /** For each person, in order, the rule that let them be reached: own, looks_after, intake, shared, or one that the use case names; none where nothing does. */
  rules: string[];
  /** For each person, in order, the salted digest of their row in access_entry; a search that found nobody has none. */
  whose: string[];
  at: ColumnType<Date, Date | string, Date | string>;
  stream: number;
  position: number;
  ordinal: number;
  /** SHA-256 of this opening, as platform.digest_of_opening writes it down. */
  digest: Buffer;
  hash: Buffer;
}

/** Events not yet handed to their subscribers. */
export interface PlatformOutboxTable {
  event_id: string;
  at: ColumnType<Date, Date | string, Date | string>;
}

/** Counters of attempts that must hold across servers: sign-in, follow-up codes. */
export interface PlatformRateTable {
  bucket: string;
  count: number;
  resets_at: ColumnType<Date, Date | string, Date | string>;
}

export interface PlatformTables {
  'platform.access_entry': PlatformAccessEntryTable;
  'platform.assent': PlatformAssentTable;
  'platform.chain_head': PlatformChainHeadTable;
  'platform.checkpoint': PlatformCheckpointTable;
  'platform.checkpoint_copy': PlatformCheckpointCopyTable;
  'platform.command': PlatformCommandTable;
  'platform.delivery': PlatformDeliveryTable;
  'platform.event': PlatformEventTable;
  'platform.event_value': PlatformEventValueTable;
  'platform.opening': PlatformOpeningTable;
  'platform.outbox': PlatformOutboxTable;
  'platform.rate': PlatformRateTable;
}

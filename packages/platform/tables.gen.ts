// Made by `npm run generate` from db/migrations. Not edited by hand.
import type { ColumnType } from 'kysely';

/** What may stand in a jsonb column; parse it with its schema. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/** Every opening of a person's record: who, what, when, why. */
export interface PlatformAccessEntryTable {
  person_id: string;
  access_id: string;
  kind: string;
  subject_id: ColumnType<string | null, string | null | undefined, string | null>;
  account_id: ColumnType<string | null, string | null | undefined, string | null>;
  organisation_id: ColumnType<string | null, string | null | undefined, string | null>;
  reason: ColumnType<string | null, string | null | undefined, string | null>;
  at: ColumnType<Date, Date | string, Date | string>;
}

/** The last link of each audit chain; one command takes one link of one stream. */
export interface PlatformChainHeadTable {
  stream: number;
  position: number;
  hash: Buffer;
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
  'platform.chain_head': PlatformChainHeadTable;
  'platform.command': PlatformCommandTable;
  'platform.delivery': PlatformDeliveryTable;
  'platform.event': PlatformEventTable;
  'platform.event_value': PlatformEventValueTable;
  'platform.outbox': PlatformOutboxTable;
  'platform.rate': PlatformRateTable;
}

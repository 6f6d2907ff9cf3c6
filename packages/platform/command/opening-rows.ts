import { randomBytes } from 'node:crypto';
import { newId, type Actor } from '@qantara/kernel';
import type { Channel, NewAccess } from './context.ts';

/** What one opening tells of itself, before the database adds by which rules. */
type OpeningRow = {
  opening_id: string;
  kind: string;
  channel: Channel;
  actor_kind: string;
  account_id: string | null;
  organisation_id: string | null;
  call_ref: string;
  at: string;
  ordinal: number;
};

/** Whose record it was, beside the chain, with the salt that keeps its digest from being guessed. */
type WhoseRow = {
  opening_id: string;
  ordinal: number;
  person_id: string;
  subject_id: string | null;
  reason: string | null;
  rule: string | null;
  salt: string;
};

/** Who opened what, by which way, when. */
type Opened = { actor: Actor; isSystem: boolean; channel: Channel; now: Date; accesses: readonly NewAccess[] };

const SALT_BYTES = 16;

function peopleOf(access: NewAccess): readonly string[] {
  return typeof access.personId === 'string' ? [access.personId] : access.personId;
}

function whoseOf(access: NewAccess, openingId: string): WhoseRow[] {
  return peopleOf(access).map((personId, index) => ({
    opening_id: openingId,
    ordinal: index + 1,
    person_id: personId,
    subject_id: access.subjectId ?? null,
    reason: access.reason ?? null,
    rule: access.rule ?? null,
    salt: `\\x${randomBytes(SALT_BYTES).toString('hex')}`,
  }));
}

/** What a call opened, as rows of the chain and rows beside it. */
export function openingRowsOf(opened: Opened, callRef: string): { openings: OpeningRow[]; whose: WhoseRow[] } {
  const { actor, now, accesses, isSystem } = opened;
  const openings = accesses.map((access, ordinal) => ({
    opening_id: newId(now.getTime()) as string,
    kind: access.kind,
    channel: access.channel ?? opened.channel,
    actor_kind: isSystem ? 'system' : actor.kind,
    account_id: actor.accountId,
    organisation_id: actor.organisationId,
    call_ref: callRef,
    at: now.toISOString(),
    ordinal,
  }));
  const whose = accesses.flatMap((access, index) => whoseOf(access, openings[index]?.opening_id ?? ''));
  return { openings, whose };
}

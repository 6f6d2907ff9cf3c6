import { idOf, IsoDate, IsoDateTime, LocalizedText, type Id } from '@qantara/kernel';
import { z } from 'zod';
import { SeenOpening } from './opening.ts';

export const FindingId = idOf('FindingId');
export type FindingId = Id<'FindingId'>;

/** What makes openings worth a look. None of them is a proof of anything. */
export const Pattern = z.enum([
  'own_record',
  'same_name',
  'no_relation',
  'after_hours',
  'many_openings',
  'searches_without_opening',
]);
export type Pattern = z.infer<typeof Pattern>;

export const FindingState = z.enum(['open', 'fine', 'follow_up', 'misuse']);
export type FindingState = z.infer<typeof FindingState>;

export const Finding = z.object({
  findingId: FindingId,
  pattern: Pattern,
  state: FindingState,
  accountId: z.uuid(),
  accountName: z.string().nullable(),
  organisationId: z.uuid().nullable(),
  organisationName: LocalizedText.nullable(),
  personId: z.uuid().nullable(),
  onDay: IsoDate,
  openings: z.number().int(),
  measured: z.number(),
  threshold: z.number(),
  firstAt: IsoDateTime,
  lastAt: IsoDateTime,
  note: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: IsoDateTime.nullable(),
  version: z.number().int(),
});
export type Finding = z.infer<typeof Finding>;

/** A finding with the openings behind it. */
export const OpenFinding = z.object({ finding: Finding, openings: z.array(SeenOpening), mayDecide: z.boolean() });
export type OpenFinding = z.infer<typeof OpenFinding>;

export const Decision = z.object({
  findingId: FindingId,
  version: z.coerce.number().int(),
  decision: FindingState.exclude(['open']),
  note: z.string().trim().max(1000).default(''),
});

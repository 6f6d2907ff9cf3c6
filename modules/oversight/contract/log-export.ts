import { idOf, IsoDateTime, type Id } from '@qantara/kernel';
import { z } from 'zod';
import { LogFilter } from './opening.ts';

export const AssentId = idOf('AssentId');
export type AssentId = Id<'AssentId'>;

export const AssentState = z.enum(['asked', 'agreed', 'refused', 'used', 'expired']);
export type AssentState = z.infer<typeof AssentState>;

/** A file of the log that somebody asked for, and how far it is. */
export const LogExport = z.object({
  assentId: AssentId,
  filter: LogFilter,
  reason: z.string(),
  state: AssentState,
  askedBy: z.string().nullable(),
  askedAt: IsoDateTime,
  expiresAt: IsoDateTime,
  answeredBy: z.string().nullable(),
  answerNote: z.string().nullable(),
  isOwn: z.boolean(),
  file: z.object({ rows: z.number().int(), digest: z.string(), madeAt: IsoDateTime }).nullable(),
});
export type LogExport = z.infer<typeof LogExport>;

export const AskedExport = LogFilter.extend({ reason: z.string().trim().min(10).max(500) });

/** A second person's word. */
export const Word = z.object({
  assentId: AssentId,
  agrees: z.preprocess((value) => value === true || value === 'true', z.boolean()),
  note: z.string().trim().max(500).default(''),
});

export const ExportFile = z.object({
  fileName: z.string(),
  content: z.string(),
  rows: z.number().int(),
  digest: z.string(),
});

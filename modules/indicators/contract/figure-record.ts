import { IsoDate, LocalizedText } from '@qantara/kernel';
import { EntryReason, WhyNot } from '@qantara/referrals/contract';
import { z } from 'zod';

/** A record behind a figure, for who may open it: without the name of a person, which the record itself tells. */
export const FigureRecord = z.object({
  path: z.string(),
  at: z.string().nullable(),
  name: LocalizedText,
  about: LocalizedText.nullable(),
  organisationName: LocalizedText.nullable(),
  /** The word of how it stands, of the module that keeps it. */
  stateWord: z.string().nullable(),
});
export type FigureRecord = z.infer<typeof FigureRecord>;

/** Why partners said no or could not help, and why people say that help did not come: each out of its own whole. */
export const ReasonMix = z.object({
  period: z.object({ startsOn: IsoDate, endsOn: IsoDate }),
  refused: z.array(z.object({ reasonCode: EntryReason, count: z.number().int() })),
  notHelped: z.array(z.object({ reasonCode: EntryReason, count: z.number().int() })),
  saidWhy: z.array(z.object({ whyNot: WhyNot, count: z.number().int() })),
});
export type ReasonMix = z.infer<typeof ReasonMix>;

import { IsoDateTime, LocalizedText } from '@qantara/kernel';
import { DataCategory, OverrideBasis, OverrideTelling } from '@qantara/people/contract';
import { z } from 'zod';

/** One sharing without consent: by whom, to whom, by what right and for how long. Of whom, an identifier tells. */
export const WatchedOverride = z.object({
  personId: z.uuid(),
  overrideId: z.uuid(),
  basis: OverrideBasis,
  reason: z.string(),
  categories: z.array(DataCategory),
  telling: OverrideTelling,
  startsAt: IsoDateTime,
  endsAt: IsoDateTime,
  endedAt: IsoDateTime.nullable(),
  accountName: z.string().nullable(),
  organisationName: LocalizedText.nullable(),
  recipientNames: z.array(LocalizedText),
});
export type WatchedOverride = z.infer<typeof WatchedOverride>;

const counted = z.number().int();

/** What people said when they were asked, and where sharing went without their word, in the last year. */
export const ConsentWatch = z.object({
  since: IsoDateTime,
  overrides: z.array(WatchedOverride),
  byBasis: z.array(
    z.object({ basis: OverrideBasis, organisationName: LocalizedText.nullable(), count: counted, untold: counted }),
  ),
  said: z.object({ agreed: counted, refused: counted, withdrawn: counted }),
  byText: z.array(
    z.object({ purpose: z.string(), textNumber: z.number().int().nullable(), agreed: counted, refused: counted }),
  ),
  refusedFor: z.array(z.object({ reasonCode: z.string().nullable(), count: counted })),
});
export type ConsentWatch = z.infer<typeof ConsentWatch>;

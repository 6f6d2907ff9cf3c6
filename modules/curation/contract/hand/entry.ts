import { optionalText, LocalizedText } from '@qantara/kernel';
import { Capacity, NeedCode, ServiceId } from '@qantara/directory/contract';
import { z } from 'zod';
import { PairReason } from '../record.ts';
import { TakenFrom } from '../suggestion.ts';
import { line, optionalEmail, optionalId, optionalNumber } from './blank.ts';
import { CostRow } from './offer.ts';

/** A service that is not there yet, under an organisation that is, or one that comes with it. */
export const NewEntry = z.object({
  organisationId: optionalId,
  organisationName: optionalText,
  organisationDescription: optionalText,
  organisationPhone: line(60),
  organisationEmail: optionalEmail,
  organisationUrl: line(2000),
  name: LocalizedText,
  description: optionalText,
  eligibility_description: optionalText,
  application_process: optionalText,
  fees_description: optionalText,
  needCodes: z.array(NeedCode).max(20).default([]),
  /** It answers none of the needs that the region knows, and is found by its words: said, so that no need is forgotten. */
  hasNoNeed: z.boolean().default(false),
  areaIds: z.array(z.uuid()).max(500).default([]),
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/))
    .max(60)
    .default([]),
  phone: line(60),
  email: optionalEmail,
  url: line(2000),
  minimum_age: optionalNumber(0, 150),
  maximum_age: optionalNumber(0, 150),
  costs: z.array(CostRow).max(20).default([]),
  capacity: Capacity.default('unknown'),
  cadenceMonths: z.coerce.number().int().min(1).max(24).default(6),
  /** Whoever adds it has looked at what is like it, and it is none of these. */
  isSureNew: z.boolean().default(false),
  answer: line(2000),
  ...TakenFrom.shape,
});
export type NewEntry = z.infer<typeof NewEntry>;

/** A record that may be the one that is being added. */
export const LikeRecord = z.object({
  object: z.enum(['service', 'organization']),
  id: z.uuid(),
  name: LocalizedText,
  of: LocalizedText.nullable(),
  reasons: z.array(PairReason),
});
export type LikeRecord = z.infer<typeof LikeRecord>;

export const LikeSearch = z.object({
  organisationId: optionalId,
  organisationName: optionalText,
  /** Of the service; none where an organisation is added alone. */
  name: optionalText,
  phone: line(60),
});

export const CreatedEntry = z.object({ serviceId: ServiceId, organisationId: z.uuid() });

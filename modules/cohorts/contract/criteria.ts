import { Gender, LanguageCode } from '@qantara/people/contract';
import { z } from 'zod';

const optional = <T extends z.ZodType>(shape: T) =>
  z.union([z.null(), z.literal('').transform(() => null), shape]).default(null);
const years = optional(z.coerce.number().int().min(0).max(120));

/** By what somebody fits: a closed list, so that each is an attribute whose use people were asked about. */
export const CriterionAttribute = z.enum(['age', 'area', 'language', 'gender', 'need', 'household']);
export type CriterionAttribute = z.infer<typeof CriterionAttribute>;

/** Who fits: everything that is named must hold; of a list, one. What is not named asks nothing. */
export const Criteria = z.object({
  /** In whole years, both included. */
  ageFrom: years,
  ageTo: years,
  /** Living in one of these areas, or in a part of it. */
  areaIds: z.array(z.uuid()).max(100).default([]),
  languages: z.array(LanguageCode).max(20).default([]),
  genders: z.array(Gender).default([]),
  /** Found the last time that they were asked. */
  needCodes: z.array(z.string().min(1).max(60)).max(40).default([]),
  /** In whose household a child lives who is younger than so many years. */
  childUnder: optional(z.coerce.number().int().min(1).max(18)),
});
export type Criteria = z.infer<typeof Criteria>;

/** Whether somebody fits: yes, no, or not known well enough to say. */
export const Fit = z.enum(['fits', 'no', 'unknown']);
export type Fit = z.infer<typeof Fit>;

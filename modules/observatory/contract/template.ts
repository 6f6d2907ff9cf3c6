import { LocalizedText } from '@qantara/kernel';
import { PopulationGroup } from '@qantara/governance/contract';
import { z } from 'zod';

export const TemplateCode = z.string().regex(/^[a-z][a-z_]{1,39}$/);

/** How often a report is made: of a whole year, of half of one or of a quarter. */
export const Rhythm = z.enum(['year', 'half_year', 'quarter']);
export type Rhythm = z.infer<typeof Rhythm>;

/** `2025`, `2025-H1` or `2025-Q3`, as it stands in addresses. */
export const PeriodCode = z.string().regex(/^\d{4}(?:-H[12]|-Q[1-4])?$/);

const indicators = z.array(z.string().max(80)).min(1).max(6);

/** What stands in a section: every kind is filled from what everybody may read, and from nothing else. */
export const Wanted = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('years'), indicators }),
  z.object({ kind: z.literal('parts'), indicators, by: z.enum(['need', 'area', 'quarter']) }),
  z.object({ kind: z.literal('cuts'), indicators }),
  z.object({ kind: z.literal('work'), groups: z.array(PopulationGroup).min(1) }),
  z.object({ kind: z.literal('policies') }),
  z.object({ kind: z.literal('quotes'), most: z.number().int().min(1).max(12) }),
]);
export type Wanted = z.infer<typeof Wanted>;

const inThree = LocalizedText.refine((text) =>
  ['ar', 'fr', 'en'].every((one) => (text as Record<string, string>)[one]),
);

/** What a report is made of, as data in `db/seeds/observatory`. */
export const Template = z.object({
  code: TemplateCode,
  rhythm: Rhythm,
  title: inThree,
  about: inThree,
  sections: z
    .array(
      z.object({
        code: z.string().regex(/^[a-z][a-z_]{1,39}$/),
        title: inThree,
        lead: inThree,
        contents: z.array(Wanted).min(1).max(4),
      }),
    )
    .min(1)
    .max(12),
});
export type Template = z.infer<typeof Template>;

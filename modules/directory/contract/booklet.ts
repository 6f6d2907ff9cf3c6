import { LocalizedText } from '@qantara/kernel';
import { z } from 'zod';
import { NeedCode } from './need.ts';
import { Service } from './service.ts';

const optional = <T extends z.ZodType>(shape: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), shape.optional());

/** Which part of the directory a booklet is of: of an area, of a need, of both, or all of it. */
export const BookletSearch = z.object({ needCode: optional(NeedCode), areaId: optional(z.uuid()) });
export type BookletSearch = z.infer<typeof BookletSearch>;

/** The directory as a booklet to print: by need, each service whole, under the first of its needs. */
export const Booklet = z.object({
  areaName: LocalizedText.nullable(),
  needName: LocalizedText.nullable(),
  chapters: z.array(
    z.object({ needCode: NeedCode.nullable(), name: LocalizedText.nullable(), services: z.array(Service) }),
  ),
  services: z.number().int(),
  /** Whether there are more than a booklet holds: a smaller area or one need makes it whole. */
  hasMore: z.boolean(),
});
export type Booklet = z.infer<typeof Booklet>;

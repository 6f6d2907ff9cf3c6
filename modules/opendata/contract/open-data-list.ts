import { IsoDate, LocalizedText } from '@qantara/kernel';
import { z } from 'zod';

/** One file that anybody may take away; a table has its description beside it. */
export const OpenFileCard = z.object({
  path: z.string(),
  title: LocalizedText,
  name: z.string(),
  bytes: z.number().int().nullable(),
  described: z.string().nullable(),
});
export type OpenFileCard = z.infer<typeof OpenFileCard>;

/** Something that is given away, as people are told of it. */
export const OpenDatasetCard = z.object({
  code: z.string(),
  title: LocalizedText,
  about: LocalizedText,
  page: z.string().nullable(),
  modified: z.string().nullable(),
  temporal: z.object({ first: IsoDate, last: IsoDate }).nullable(),
  files: z.array(OpenFileCard),
});
export type OpenDatasetCard = z.infer<typeof OpenDatasetCard>;

export const OpenDataList = z.object({ datasets: z.array(OpenDatasetCard) });

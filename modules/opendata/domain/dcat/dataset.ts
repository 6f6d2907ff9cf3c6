import type { LocalizedText } from '@qantara/kernel';
import type { Format, Rhythm, Theme } from './vocabulary.ts';

/** One file of a dataset. What we make ourselves has its length and sum. */
export type OpenFile = {
  /** Under the region's address: `/data/figures.csv`. */
  path: string;
  title: LocalizedText;
  format: Format;
  checksum: string | null;
  bytes: number | null;
  /** The standard that it follows. */
  conformsTo: string | null;
};

/** Something that is given away, in the words that people and programs are told of it. */
export type OpenDataset = {
  code: string;
  title: LocalizedText;
  about: LocalizedText;
  keywords: readonly LocalizedText[];
  theme: Theme;
  rhythm: Rhythm;
  /** The page that shows the same to people, under the language: `/plan`. */
  page: string | null;
  issued: string | null;
  modified: string | null;
  /** The days it speaks of, the last of them too. */
  temporal: { first: string; last: string } | null;
  /** Codes of areas; none is the whole region. */
  areaId: string | null;
  series: string | null;
  files: readonly OpenFile[];
};

/** Datasets of one kind, one after another, such as the figures of each year. */
export type OpenSeries = Pick<OpenDataset, 'code' | 'title' | 'about' | 'rhythm' | 'theme'>;

import type { OpenData } from './open-data.ts';
import { column, type Table, type TableShape } from './table.ts';

export const QUOTES: TableShape = {
  name: 'quotes',
  title: { ar: 'ما قاله الناس', fr: 'Ce que les gens ont dit', en: 'What people said' },
  about: {
    ar: 'أقوال نُشرت بموافقة شخص ثانٍ، ولا يُقال عن صاحبها إلا أمر واحد على الأكثر.',
    fr: 'Des paroles publiées avec l’accord d’une deuxième personne ; on ne dit qu’une chose au plus de qui a parlé.',
    en: 'Words published with the agreement of a second person; one thing at most is said of who spoke.',
  },
  columns: [
    column('quote', { ar: 'القول', fr: 'Parole', en: 'Quote' }, { isRequired: true }),
    column(
      'language',
      { ar: 'اللغة', fr: 'Langue', en: 'Language' },
      { isRequired: true, property: 'http://purl.org/dc/terms/language' },
    ),
    column(
      'words',
      { ar: 'الكلام', fr: 'Paroles', en: 'Words' },
      { isRequired: true, property: 'https://schema.org/text' },
    ),
    column(
      'attribution',
      { ar: 'ما يُقال عن صاحبه', fr: 'Ce qu’on dit de la personne', en: 'What is said of who spoke' },
      { isRequired: true },
    ),
    column('attributed_to', { ar: 'وهو', fr: 'À savoir', en: 'Which is' }),
  ],
  primaryKey: ['quote'],
  foreignKeys: [],
};

/** The quotes that were released; an area is named by its code. */
export function quotesTable({ quotes, areas }: OpenData): Table {
  const codeOf = new Map(areas.map(({ areaId, code }) => [areaId as string, code]));
  const rows = quotes.map(({ quoteId, language, words, attribution, attributedTo }) => [
    quoteId,
    language,
    words,
    attribution,
    attribution === 'area' ? (codeOf.get(attributedTo ?? '') ?? '') : (attributedTo ?? ''),
  ]);
  return { shape: QUOTES, rows };
}

import type { QuestionKind } from '../../../contract/index.ts';

/** What the type column of a row says. */
export type RowType =
  | { row: 'begin'; isRepeat: boolean }
  | { row: 'end'; isRepeat: boolean }
  | { row: 'select'; kind: 'one' | 'several' | 'rank'; list: string; hasOther: boolean; isElsewhere: boolean }
  | { row: 'plain'; kind: QuestionKind; isNearest: boolean }
  | { row: 'range' }
  | { row: 'metadata'; type: string }
  | { row: 'unknown'; type: string };

const KINDS: Record<string, QuestionKind> = {
  text: 'text',
  string: 'text',
  integer: 'number',
  int: 'number',
  decimal: 'number',
  date: 'date',
  geopoint: 'place',
  gps: 'place',
  location: 'place',
  image: 'photo',
  photo: 'photo',
  file: 'file',
  acknowledge: 'consent',
  trigger: 'consent',
  note: 'note',
  calculate: 'calculated',
};

/** Types that we have not, and the kind that comes nearest: said in the report. */
const NEAREST: Record<string, QuestionKind> = {
  time: 'text',
  datetime: 'text',
  barcode: 'text',
  geotrace: 'place',
  geoshape: 'place',
  audio: 'file',
  video: 'file',
};

const METADATA = new Set([
  'start',
  'end',
  'today',
  'deviceid',
  'subscriberid',
  'simserial',
  'phonenumber',
  'username',
  'email',
  'audit',
  'hidden',
  'background-audio',
  'start-geopoint',
  'background-geopoint',
  'xml-external',
  'csv-external',
]);

const SELECTS: [RegExp, 'one' | 'several' | 'rank'][] = [
  [/^(?:select[_ ]one|select1|select one from|q select1)(?=\s|_from_file|_external)/, 'one'],
  [/^(?:select[_ ]multiple|select all that apply(?: from)?)(?=\s|_from_file)/, 'several'],
  [/^(?:rank|odk:rank)(?=\s|_from_file)/, 'rank'],
];

function selectOf(type: string, lower: string): RowType | undefined {
  for (const [pattern, kind] of SELECTS) {
    const [begin] = pattern.exec(lower) ?? [];
    if (begin === undefined) continue;
    const rest = type.slice(begin.length);
    const isElsewhere = /^_(?:from_file|external)/.test(rest);
    const words = rest.replace(/^_(?:from_file|external)/, '').trim();
    const hasOther = /(?:^|\s)or[_ ]other$/i.test(words);
    const list = words
      .replace(/\s*(?:or specify other|or[_ ]other)$/i, '')
      .replace(/^from\s+/i, '')
      .trim();
    return { row: 'select', kind, list, hasOther, isElsewhere };
  }
  return undefined;
}

/** What a row is, by its type as any tool of the last decade spells it. */
export function typeOfRow(said: string): RowType {
  const type = said.trim().replaceAll(/\s+/g, ' ');
  const lower = type.toLowerCase();
  const bound = /^(begin|end)[_ ](group|repeat|looped group|lgroup)$/.exec(lower);
  if (bound !== null) return { row: bound[1] === 'begin' ? 'begin' : 'end', isRepeat: bound[2] !== 'group' };
  const plain = Object.hasOwn(KINDS, lower) ? KINDS[lower] : undefined;
  if (plain !== undefined) return { row: 'plain', kind: plain, isNearest: false };
  const nearest = Object.hasOwn(NEAREST, lower) ? NEAREST[lower] : undefined;
  if (nearest !== undefined) return { row: 'plain', kind: nearest, isNearest: true };
  if (lower === 'range') return { row: 'range' };
  if (METADATA.has(lower)) return { row: 'metadata', type };
  return selectOf(type, lower) ?? { row: 'unknown', type };
}

import { QuestionKind } from '../../../contract/index.ts';
import { controlOf, EXTENSIONS, extensionOf, numberOf } from './extensions.ts';
import type { Item } from './resources.ts';

/** What an item asks: the kind here, and whether that is only the nearest to it. */
export type KindOfItem = { kind: QuestionKind; isNearest: boolean; isUnknown: boolean };

const KINDS: Record<string, QuestionKind> = {
  group: 'group',
  display: 'note',
  boolean: 'yes_no',
  decimal: 'number',
  integer: 'number',
  date: 'date',
  string: 'text',
  text: 'long_text',
  choice: 'one',
  coding: 'one',
  'open-choice': 'one',
  attachment: 'file',
};
const NEAREST: Record<string, QuestionKind> = { dateTime: 'text', time: 'text', url: 'text', quantity: 'number' };

/** Our own kinds that an item of each type may be: another program may have changed the type since. */
const OWN: Record<string, readonly QuestionKind[]> = {
  group: ['group', 'matrix'],
  boolean: ['yes_no', 'consent'],
  integer: ['number', 'scale'],
  decimal: ['number'],
  choice: ['one', 'several', 'rank'],
  string: ['text', 'place', 'calculated'],
  attachment: ['file', 'photo', 'signature'],
};

const of = <T>(table: Record<string, T>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

function ownKind(item: Item): QuestionKind | undefined {
  const said = QuestionKind.safeParse(extensionOf(item, EXTENSIONS.kind)?.valueCode);
  return said.success && (of(OWN, item.type) ?? []).includes(said.data) ? said.data : undefined;
}

const MOST_POINTS = 11;

function isScale(item: Item): boolean {
  const [least, most] = [numberOf(item, EXTENSIONS.minValue), numberOf(item, EXTENSIONS.maxValue)];
  const isSlider = item.type === 'integer' && controlOf(item) === 'slider';
  return isSlider && least !== undefined && most !== undefined && most - least < MOST_POINTS;
}

/** Which kind of question an item is. */
export function kindOfItem(item: Item): KindOfItem {
  const own = ownKind(item);
  if (own !== undefined) return { kind: own, isNearest: false, isUnknown: false };
  const nearest = of(NEAREST, item.type);
  const kind = of(KINDS, item.type) ?? nearest;
  if (kind === undefined) return { kind: 'text', isNearest: false, isUnknown: true };
  const finer = kind === 'one' && item.repeats === true ? 'several' : isScale(item) ? 'scale' : kind;
  return { kind: finer, isNearest: nearest !== undefined, isUnknown: false };
}

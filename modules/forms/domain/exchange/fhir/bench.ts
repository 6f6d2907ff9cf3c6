import type { Locale } from '@qantara/kernel';
import type { Question } from '../../../contract/index.ts';
import { LINK_ID } from '../link-id.ts';
import { Names } from '../names.ts';
import type { Notes } from '../notes.ts';
import { kindOfItem } from './kind-of-item.ts';
import type { AnswerOption, Item } from './resources.ts';

/** What the items of a file are read with. */
export type Bench = {
  notes: Notes;
  language: Locale;
  names: Names;
  /** Each question by its linkId, for conditions to name. */
  questions: Map<string, Question>;
  /** Choices that the file holds beside its items, by the address of their value set. */
  sets: ReadonlyMap<string, AnswerOption[]>;
};

/** An item with children of one table. */
export function isMatrix(item: Item): boolean {
  return kindOfItem(item).kind === 'matrix';
}

/** Whether an item is a question here: a group that repeats is one, another group is not. */
export function isAsked(item: Item): boolean {
  return item.type !== 'group' || item.repeats === true || isMatrix(item);
}

function* walk(items: readonly Item[]): Generator<Item> {
  for (const item of items) {
    yield item;
    if (!isMatrix(item)) yield* walk(item.item ?? []);
  }
}

/** The items that are questions, each with those inside it, except the rows of a table. */
export function askedItems(items: readonly Item[]): Item[] {
  return [...walk(items)].filter(isAsked);
}

/** Names of a file as codes here: by the linkId, as it is where it can be. */
export function namesFor(items: readonly Item[]): Names {
  return new Names(askedItems(items).map(({ linkId }) => linkId));
}

/** The standard codes of a question, and by which linkId it is known elsewhere. */
export function termsOf(item: Item, code: string): Pick<Question, 'terms'> {
  const codings = (item.code ?? []).flatMap(({ system, code: one }) =>
    system === undefined || one === undefined || system.length > 200 || one.length > 100 ? [] : [{ system, code: one }],
  );
  const link = code === item.linkId || item.linkId.length > 100 ? [] : [{ system: LINK_ID, code: item.linkId }];
  const terms = [...codings.slice(0, 9), ...link];
  return terms.length === 0 ? {} : { terms };
}

/** An element of an AIRS document: its name and attributes without any prefix, its text, what stands in it. */
export type AirsElement = {
  name: string;
  attributes: ReadonlyMap<string, string>;
  text: string;
  children: readonly AirsElement[];
};

export function childrenOf(element: AirsElement, name: string): AirsElement[] {
  return element.children.filter((child) => child.name === name);
}

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** All that an element says, itself and in what stands in it, one after the other. */
export function wordsOf(element: AirsElement): string[] {
  const own = plain(element.text);
  return [...(own === '' ? [] : [own]), ...element.children.flatMap(wordsOf)];
}

/** What the first child of a name says; empty where there is none. */
export function textOf(element: AirsElement, name: string): string {
  const [child] = childrenOf(element, name);
  return child === undefined ? '' : wordsOf(child).join(', ');
}

/** What all children of these names say, line by line. */
export function linesOf(element: AirsElement, ...names: string[]): string {
  const lines = names.flatMap((name) => childrenOf(element, name)).map((child) => wordsOf(child).join(', '));
  return [...new Set(lines.filter((line) => line !== ''))].join('\n');
}

/** What an attribute says; exports write their names in capitals or not. */
export function attributeOf(element: AirsElement, name: string): string {
  const known = name.toLowerCase();
  const [, value = ''] = [...element.attributes].find(([own]) => own.toLowerCase() === known) ?? [];
  return value.trim();
}

const NO = new Set(['', 'false', '0', 'no', 'n', 'f']);

/** Whether an attribute is set; a word that is no clear "no" counts as one that is. */
export function isSet(element: AirsElement, name: string): boolean {
  return !NO.has(attributeOf(element, name).toLowerCase());
}

/** Whether what stands here is not for everybody. */
export const isConfidential = (element: AirsElement): boolean =>
  isSet(element, 'Confidential') || !NO.has(textOf(element, 'Confidential').toLowerCase());

/** Whether a record is meant for people who look by themselves, and has not been deleted where it comes from. */
export const isPublic = (element: AirsElement): boolean =>
  !isSet(element, 'ExcludeFromWebsite') && !isSet(element, 'Delete');

export type Json = Record<string, unknown>;

/** An object without what says nothing. */
export function saying(json: Json): Json {
  return Object.fromEntries(
    Object.entries(json).filter(
      ([, value]) => value !== '' && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** What is noted while an agency is read: what was left out because it is private. */
export type Note = (field: string) => void;

/** Attributes that are read, or that say something of the file and not of the record. */
const KNOWN_ATTRIBUTES = new Set([
  'confidential',
  'excludefromwebsite',
  'delete',
  'deleteoccurreddate',
  'deleteeffective',
  'yearinc',
  'legalstatus',
  'fein',
  'servicegroupkey',
  'publicaccesstotransportation',
]);

/** Elements and attributes that HSDS has no place for, under their own names: they are kept with the record. */
export function others(element: AirsElement, known: ReadonlySet<string>): Json {
  const kept: Record<string, string[]> = Object.create(null);
  for (const child of element.children)
    if (!known.has(child.name) && !isConfidential(child)) (kept[child.name] ??= []).push(wordsOf(child).join(', '));
  for (const [name, value] of element.attributes)
    if (!KNOWN_ATTRIBUTES.has(name.toLowerCase())) (kept[name] ??= []).push(value);
  const told = Object.entries(kept).map(([name, values]): [string, string] => [name, values.join('\n')]);
  return saying(Object.fromEntries(told));
}

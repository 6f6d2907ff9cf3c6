import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Complaint } from '../reading/complaint.ts';
import { lowerModules, readText, workspaces } from '../reading/tree.ts';

export const LANGUAGES = ['en', 'fr', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];
export type Catalogue = { folder: string; messages: Record<Language, Map<string, string>> };

/** What keys begin with in the catalogues that no module owns; a module's keys begin with its own name. */
const PREFIXES: Record<string, string[]> = {
  'packages/kernel': ['field', 'refusal', 'validation', 'language', 'unit'],
  'packages/ui': ['ui'],
  'packages/platform': ['platform', 'refusal', 'validation'],
  'apps/web': ['shell', 'refusal'],
};

const KEY = /^[a-z][a-z0-9-]*(\.[A-Za-z0-9_-]+)+$/;

/** Every room that has words has them in three languages, in flat JSON files of its own. */
export function readCatalogues(root: string): { catalogues: Catalogue[]; complaints: Complaint[] } {
  const complaints: Complaint[] = [];
  const catalogues = workspaces(root)
    .filter(({ folder }) => LANGUAGES.some((language) => existsSync(join(root, catalogueFile(folder, language)))))
    .map(({ folder }) => {
      const messages = { en: new Map<string, string>(), fr: new Map<string, string>(), ar: new Map<string, string>() };
      for (const language of LANGUAGES)
        messages[language] = readLanguage(root, catalogueFile(folder, language), complaints);
      complaints.push(...checkPrefixes(folder, messages.en));
      return { folder, messages };
    });
  return { catalogues, complaints: [...complaints, ...catalogues.flatMap(checkSameKeys), ...checkClashes(catalogues)] };
}

export function catalogueFile(folder: string, language: Language): string {
  return `${folder}/i18n/${language}.json`;
}

function readLanguage(root: string, file: string, complaints: Complaint[]): Map<string, string> {
  if (!existsSync(join(root, file))) {
    complaints.push({ file, rule: 'language missing', detail: 'every catalogue is there in en, fr and ar' });
    return new Map();
  }
  const entries = readEntries(readText(root, file));
  if (entries === undefined) complaints.push({ file, rule: 'catalogue', detail: 'not a flat object of texts' });
  const messages = new Map<string, string>();
  for (const [key, text] of entries ?? []) {
    if (messages.has(key)) complaints.push({ file, rule: 'key twice', detail: key });
    messages.set(key, text);
  }
  return messages;
}

// JSON.parse would keep the second of two equal keys and say nothing, so each pair is read by itself as well.
function readEntries(text: string): [string, string][] | undefined {
  try {
    const whole: unknown = JSON.parse(text);
    if (typeof whole !== 'object' || whole === null || Array.isArray(whole)) return undefined;
    if (!Object.values(whole).every((value) => typeof value === 'string')) return undefined;
  } catch {
    return undefined;
  }
  const pairs = text.matchAll(/("(?:[^"\\]|\\.)*")\s*:\s*("(?:[^"\\]|\\.)*")/g);
  return [...pairs].map(([, key = '""', value = '""']) => [JSON.parse(key), JSON.parse(value)]);
}

function checkPrefixes(folder: string, messages: Map<string, string>): Complaint[] {
  const allowed = PREFIXES[folder] ?? [folder.split('/')[1] ?? '', 'refusal', 'validation'];
  return [...messages.keys()]
    .filter((key) => !KEY.test(key) || !allowed.includes(key.split('.')[0] ?? ''))
    .map((key) => ({
      file: catalogueFile(folder, 'en'),
      rule: 'key name',
      detail: `${key} does not begin with ${allowed.map((prefix) => `${prefix}.`).join(' or ')}`,
    }));
}

function checkSameKeys({ folder, messages }: Catalogue): Complaint[] {
  const all = new Set(LANGUAGES.flatMap((language) => [...messages[language].keys()]));
  return LANGUAGES.flatMap((language) =>
    [...all]
      .filter((key) => !messages[language].has(key))
      .map((detail) => ({ file: catalogueFile(folder, language), rule: 'message missing', detail })),
  );
}

// The pages see one catalogue made of all: of two texts with one key, one would silently win.
function checkClashes(catalogues: Catalogue[]): Complaint[] {
  const owners = new Map<string, Catalogue>();
  return catalogues.flatMap((catalogue) =>
    [...catalogue.messages.en.keys()].flatMap((key) => {
      const first = owners.get(key) ?? catalogue;
      owners.set(key, first);
      const same = LANGUAGES.every(
        (language) => first.messages[language].get(key) === catalogue.messages[language].get(key),
      );
      const file = catalogueFile(catalogue.folder, 'en');
      return same ? [] : [{ file, rule: 'key clash', detail: `${key} says something else in ${first.folder}` }];
    }),
  );
}

/** The keys that a room may use: its own, those of the modules below it and those of the packages. */
export function visibleKeys(root: string, folder: string, catalogues: Catalogue[]): Set<string> {
  const lower = lowerModules(root, folder.replace('modules/', '')).map((name) => `modules/${name}`);
  const isVisible = (other: string): boolean =>
    folder.startsWith('apps/') || other === folder || other.startsWith('packages/') || lower.includes(other);
  return new Set(
    catalogues.filter((catalogue) => isVisible(catalogue.folder)).flatMap(({ messages }) => [...messages.en.keys()]),
  );
}

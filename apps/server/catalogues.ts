import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES, translatorFor, type Catalogue, type Locale, type Translate } from '@qantara/kernel';

const ROOT = join(import.meta.dirname, '../..');

function foldersOf(room: string): string[] {
  return readdirSync(join(ROOT, room), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(ROOT, room, entry.name, 'i18n'));
}

/** Every message of the product in one language. */
export function catalogueOf(locale: Locale): Catalogue {
  const files = ['packages', 'modules', 'apps']
    .flatMap(foldersOf)
    .map((folder) => join(folder, `${locale}.json`))
    .filter((file) => existsSync(file));
  return Object.assign({}, ...files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as Catalogue)) as Catalogue;
}

/** The product's three translators. */
export function loadTranslators(): Record<Locale, Translate> {
  const entries = LOCALES.map((locale) => [locale, translatorFor(locale, catalogueOf(locale))]);
  return Object.fromEntries(entries) as Record<Locale, Translate>;
}

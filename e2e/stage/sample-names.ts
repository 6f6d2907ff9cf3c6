import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textIn, type Locale, type LocalizedText } from '@qantara/kernel';

const SEEDS = join(import.meta.dirname, '../../db/seeds');

function read<T>(file: string): T {
  return JSON.parse(readFileSync(join(SEEDS, file), 'utf8')) as T;
}

/** A need as people of this language read it. */
export function needName(needCode: string, locale: Locale): string {
  const need = read<{ needCode: string; name: LocalizedText }[]>('needs.json').find((one) => one.needCode === needCode);
  return textIn(need?.name, locale).text;
}

/** An organisation of the sample region. */
export function organisationName(key: string, locale: Locale): string {
  const all = read<{ key: string; name: LocalizedText }[]>('sample/organisations.json');
  return textIn(all.find((one) => one.key === key)?.name, locale).text;
}

/** A service of the sample region. */
export function serviceName(key: string, locale: Locale): string {
  const all = read<{ key: string; name: LocalizedText }[]>('sample/services.json');
  return textIn(all.find((one) => one.key === key)?.name, locale).text;
}

/** A place of the sample region. */
export function areaNameOf(code: string, locale: Locale): string {
  const all = read<{ code: string; name: LocalizedText }[]>('sample/areas.json');
  return textIn(all.find((one) => one.code === code)?.name, locale).text;
}

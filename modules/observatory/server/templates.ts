import { readdirSync, readFileSync } from 'node:fs';
import { Template, type Template as OneTemplate } from '../contract/index.ts';

const FOLDER = new URL('../../../db/seeds/observatory/', import.meta.url);

function readTemplates(): Map<string, OneTemplate> {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  const templates = files.map((name) => Template.parse(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))));
  return new Map(templates.toSorted((one, other) => one.code.localeCompare(other.code)).map((one) => [one.code, one]));
}

/** Every template of a report in `db/seeds/observatory`, by its code. */
export const TEMPLATES: ReadonlyMap<string, OneTemplate> = readTemplates();

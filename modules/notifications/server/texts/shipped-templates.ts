import { readdirSync, readFileSync } from 'node:fs';
import { NoticeTemplate, type NoticeTemplate as Template } from '../../contract/index.ts';

const SHIPPED = new URL('../../../../db/seeds/notices/', import.meta.url);

function readShipped(): Map<string, Template> {
  const files = readdirSync(SHIPPED).filter((name) => name.endsWith('.json'));
  const templates = files.map((name) => NoticeTemplate.parse(JSON.parse(readFileSync(new URL(name, SHIPPED), 'utf8'))));
  return new Map(templates.toSorted((one, other) => one.code.localeCompare(other.code)).map((one) => [one.code, one]));
}

const shipped = readShipped();

/** Every template that is declared in `db/seeds/notices`, by its code. */
export const TEMPLATES: ReadonlyMap<string, Template> = shipped;

/** What a code may say, and to whom. A code that nobody declared is a fault of whoever uses it. */
export function templateOf(code: string): Template {
  const template = shipped.get(code);
  if (template === undefined) throw new Error(`no template ${code} is declared in db/seeds/notices`);
  return template;
}

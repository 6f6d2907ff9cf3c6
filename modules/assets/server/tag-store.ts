import { foldText, type LocalizedText } from '@qantara/kernel';
import type { Tag } from '../contract/index.ts';
import type { Kysely } from 'kysely';
import type { AssetsTables } from './tables.gen.ts';

export type TagNames = ReadonlyMap<string, LocalizedText>;

/** The words of the region, by their codes. */
export async function listTagNames(db: Kysely<AssetsTables>): Promise<TagNames> {
  const rows = await db.selectFrom('assets.tag').selectAll().orderBy('tag_code').execute();
  return new Map(rows.map((row) => [row.tag_code, row.name as LocalizedText]));
}

/** Codes as words in three languages; one without names is called as it was typed. */
export function tagsOf(codes: string[], names: TagNames): Tag[] {
  return codes.map((tag) => ({ tag, name: names.get(tag) ?? { ar: tag, fr: tag, en: tag } }));
}

/** Words as somebody typed them, in whichever language, as codes where the region knows them; each once. */
export function tagCodesOf(typed: readonly string[], names: TagNames): string[] {
  const byWord = new Map<string, string>();
  for (const [code, name] of names)
    for (const word of [code, name.ar, name.fr, name.en]) if (word !== undefined) byWord.set(foldText(word), code);
  return [...new Set(typed.map((word) => byWord.get(foldText(word)) ?? word))];
}

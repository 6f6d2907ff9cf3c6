import { LOCALES, type LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import { sql } from 'kysely';
import type { AnyRow } from '../../domain/index.ts';
import type { DirectoryTables } from '../tables.gen.ts';
import { columnsOf } from './columns.ts';
import { insertRows, updateOnConflict } from './insert-rows-store.ts';

/** The history that a source brings along; what is known of it already stays. */
export async function saveBroughtHistory(anyCtx: AnyCtx, brought: { recordId: string; row: AnyRow }[]): Promise<void> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  await insertRows(db, 'directory.metadata', {
    rows: brought.map(({ recordId, row }) => ({ home_id: recordId, ...columnsOf('metadata', row) })),
    conflict: sql`on conflict (metadata_id) do nothing`,
  });
}

/** A translation as it was brought: of which field, who made it, out of what. */
export type Translation = {
  recordId: string;
  field: string;
  locale: string;
  origin: 'person' | 'source' | 'machine';
  translatedBy: string | null;
  /** Left out, it is now. */
  translatedAt?: string | null;
  fromLocale: string;
  fromText: string;
};

function momentOf(said: string | null): Date | null {
  const at = new Date(said ?? '');
  return Number.isNaN(at.getTime()) ? null : at;
}

/** Who translated what. The texts themselves stand in the records. */
export async function saveTranslations(anyCtx: AnyCtx, translations: Translation[]): Promise<void> {
  const ctx = withTables<DirectoryTables>(anyCtx);
  const rows = translations.map((one) => ({
    record_id: one.recordId,
    field: one.field,
    locale: one.locale,
    origin: one.origin,
    translated_by: one.translatedBy,
    from_locale: one.fromLocale,
    from_text: one.fromText,
    translated_at: momentOf(one.translatedAt ?? null) ?? ctx.now,
  }));
  const unique = [...new Map(rows.map((row) => [`${row.record_id} ${row.field} ${row.locale}`, row])).values()];
  await insertRows(ctx.db, 'directory.translation', {
    rows: unique,
    conflict: updateOnConflict(['record_id', 'field', 'locale'], Object.keys(unique[0] ?? {}), []),
  });
}

/** The language that a text was most likely written in first: the first of ours that it has, but for this one. */
export function originalOf(text: LocalizedText, locale: string): { fromLocale: string; fromText: string } | undefined {
  const from = LOCALES.find((one) => one !== locale && (text[one] ?? '') !== '');
  return from === undefined ? undefined : { fromLocale: from, fromText: text[from] ?? '' };
}

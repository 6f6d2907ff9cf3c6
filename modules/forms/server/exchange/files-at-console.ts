import { withTables, type AnyCtx } from '@qantara/platform';
import type { Locale } from '@qantara/kernel';
import type { ExchangeFormat, WrittenForm } from '../../contract/index.ts';
import type { FormsTables } from '../tables.gen.ts';
import { exportForm } from './export-form.ts';
import { importForm } from './import-form.ts';

/** Brings a form from a file, for whoever stands at the machine. Refuses as `importForm` does. */
export function importFormFile(
  ctx: AnyCtx,
  { fileName, bytes, language }: { fileName: string; bytes: Uint8Array; language: Locale },
): Promise<WrittenForm> {
  const content = Buffer.from(bytes).toString('base64');
  return importForm(withTables<FormsTables>(ctx), { fileName, content, language });
}

/** A version of a form as the bytes of a file, and what it does not hold. Refuses `form_not_found`. */
export async function exportFormFile(
  ctx: AnyCtx,
  given: { formCode: string; version: number; format: ExchangeFormat; language: Locale },
) {
  const { content, notices } = await exportForm(withTables<FormsTables>(ctx), given);
  return { bytes: Buffer.from(content, 'base64'), notices };
}

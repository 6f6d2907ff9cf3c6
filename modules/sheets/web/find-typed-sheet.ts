import { refuse } from '@qantara/kernel';
import { apiOf } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';
import { sheetsRoutes } from '../contract/index.ts';
import { readSheetCode, writeSheetCode } from '../domain/index.ts';

/** The sheet whose code was typed, as addresses name it. Refuses `sheet_not_found` at the field. */
export async function findTypedSheet(
  context: LoaderFunctionArgs['context'],
  typed: string | undefined,
): Promise<string> {
  const code = readSheetCode(typed ?? '');
  if (code === undefined) return refuse('sheet_not_found', { fields: [{ path: 'sheetCode', code: 'sheet_code' }] });
  await apiOf(context, sheetsRoutes).openSheet({ sheetCode: code });
  return writeSheetCode(code);
}

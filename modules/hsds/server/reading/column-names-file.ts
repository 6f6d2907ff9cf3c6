import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { ColumnNames } from '../../domain/index.ts';

const COLUMN_NAMES = new URL('../../../../db/seeds/column-names.json', import.meta.url);
const words = z.array(z.string());
const ColumnNamesFile = z.object({
  kinds: z.object({ organization: words, service: words, location: words, link: words }),
  objects: z.object({ organization: words, service: words, location: words }),
  targets: z.record(z.string(), words),
});

/** How columns are called in three languages and in the exports of other systems. */
export async function loadColumnNames(): Promise<ColumnNames> {
  return ColumnNamesFile.parse(JSON.parse(await readFile(COLUMN_NAMES, 'utf8')));
}

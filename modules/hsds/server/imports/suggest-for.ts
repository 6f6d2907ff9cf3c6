import { refuse } from '@qantara/kernel';
import type { Mapping } from '../../contract/index.ts';
import { ImportReport, suggestMapping } from '../../domain/index.ts';
import { loadColumnNames } from '../reading/column-names-file.ts';
import { describeTables, openTables } from '../reading/raw-tables.ts';
import { readPath } from '../reading/read-files.ts';

/** What the columns of files on this machine probably mean, for a person to correct. Refuses `import_format_unknown` without a table. */
export async function suggestFor(path: string): Promise<Mapping> {
  const { files } = await readPath(path);
  const tables = await openTables(files, new ImportReport());
  if (tables.length === 0) refuse('import_format_unknown');
  return suggestMapping(await describeTables(tables), { names: await loadColumnNames(), saved: null });
}

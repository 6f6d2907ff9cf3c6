import { setImmediate as breathe } from 'node:timers/promises';
import { refuse, type Locale } from '@qantara/kernel';
import { languageCodeOf } from '@qantara/directory/domain';
import { PackageReader, READING_ORDER, type ImportReport, type StagedRow } from '../../domain/index.ts';
import type { PackageTables, Progress } from '../reading/package-tables.ts';
import { countStaged, stageRows } from './staging-store.ts';
import type { Turn } from './turn.ts';

const MOST_ROWS = 3_000_000;
const BATCH = 2000;
const BREATH = 500;
const STEP = 10_000;

/** The language that a package says it is in, if it is one of ours. */
async function declaredLanguage(tables: PackageTables): Promise<Locale | undefined> {
  for await (const { row } of tables.rows('meta_table_description')) {
    const code = languageCodeOf(row?.cells['language'] ?? '');
    if (code === 'ar' || code === 'fr' || code === 'en') return code;
  }
  return undefined;
}

/** Rows on their way to the database, some thousands at a time: the next are read while the last are written. */
class Batch {
  #rows: StagedRow[] = [];
  #saving: Promise<void> = Promise.resolve();
  readonly #save: (rows: StagedRow[]) => Promise<void>;

  constructor(save: (rows: StagedRow[]) => Promise<void>) {
    this.#save = save;
  }

  async add(rows: StagedRow[]): Promise<void> {
    this.#rows.push(...rows);
    if (this.#rows.length >= BATCH) await this.#begin();
  }

  /** Until everything is written. */
  async flush(): Promise<void> {
    if (this.#rows.length > 0) await this.#begin();
    await this.#saving;
  }

  async #begin(): Promise<void> {
    await this.#saving;
    this.#saving = this.#save(this.#rows);
    // Whoever waits for it is told; until then it is no fault that nobody heard of.
    this.#saving.catch(() => undefined);
    this.#rows = [];
  }
}

export type ReadResult = { language: Locale; rowsTotal: number };
export type { Progress } from '../reading/package-tables.ts';

async function* prepared(tables: PackageTables): AsyncGenerator<Progress> {
  for await (const progress of tables.prepare?.() ?? []) {
    yield progress;
    await breathe();
  }
}

type Of = { importId: string; tables: PackageTables; report: ImportReport; language: Locale | null };
type Counts = { rows: number; services: number };

async function* stageTables(
  reader: PackageReader,
  of: { tables: PackageTables; batch: Batch; counts: Counts },
): AsyncGenerator<Progress> {
  const { tables, batch, counts } = of;
  for (const table of READING_ORDER)
    for await (const { row } of tables.rows(table)) {
      counts.rows += 1;
      if (counts.rows > MOST_ROWS) refuse('import_too_large');
      const staged = row === undefined ? [] : reader.read(table, row);
      if (table === 'service') counts.services += staged.length;
      await batch.add(staged);
      if (counts.rows % BREATH === 0) await breathe();
      if (counts.rows % STEP !== 0) continue;
      // Nothing is under way between two steps: the next may stand in another transaction.
      await batch.flush();
      yield tables.progress(counts.rows);
    }
}

/**
 * Reads and checks a whole package, and stages what can be taken; says between thousands how far it is, so that others are
 * answered then. Refuses `import_too_large` beyond three million rows, and `import_empty` where no service can be taken.
 */
export async function* readImport(turn: Turn, of: Of): AsyncGenerator<Progress, ReadResult> {
  const { tables } = of;
  yield* prepared(tables);
  const language = of.language ?? tables.language ?? (await declaredLanguage(tables)) ?? 'en';
  const reader = new PackageReader(of.report, language);
  const batch = new Batch((rows) => turn((ctx) => stageRows(ctx.db, of.importId, rows)));
  const counts: Counts = { rows: 0, services: 0 };
  yield* stageTables(reader, { tables, batch, counts });
  if (counts.services === 0) refuse('import_empty');
  await batch.add(reader.refusedHomes());
  await batch.flush();
  await turn((ctx) => countStaged(ctx.db));
  yield tables.progress(counts.rows);
  return { language, rowsTotal: tables.progress(counts.rows).total ?? counts.rows };
}

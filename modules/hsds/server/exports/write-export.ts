import type { Locale } from '@qantara/kernel';
import { askedByAnyone, type AnyCtx, type Executor } from '@qantara/platform';
import { apiRoutes, type ExportFile } from '../../contract/api-routes.ts';
import { openReader } from '../api/reader.ts';
import { hsdsPackage } from './hsds-package.ts';
import { directoryAsJson, servicesAsCsv, servicesAsLines } from './service-lists.ts';
import { Spool } from './spool.ts';
import { workbook } from './workbook.ts';

type Piece = string | Uint8Array;

async function* spooled(make: (spool: Spool) => AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  const spool = await Spool.open();
  try {
    yield* make(spool);
  } finally {
    await spool.remove();
  }
}

/** The whole directory in one of its forms, piece by piece, as anybody may have it. */
export async function* writeExport(ctx: AnyCtx, file: ExportFile, locale: Locale): AsyncGenerator<Piece> {
  const reader = await openReader(ctx);
  const forms: Record<ExportFile, () => AsyncIterable<Piece>> = {
    'hsds.zip': () => spooled((spool) => hsdsPackage(reader, { spool, locale })),
    'directory.xlsx': () => spooled((spool) => workbook(reader, { spool, locale })),
    'directory.json': () => directoryAsJson(reader, locale),
    'services.ndjson': () => servicesAsLines(reader, locale),
    'services.csv': () => servicesAsCsv(reader, locale),
  };
  yield* forms[file]();
}

/** The same for who stands at the machine itself: nothing more leaves there than anywhere. */
export async function* exportThrough(
  executor: Pick<Executor, 'answerWire'>,
  file: ExportFile,
  locale: Locale,
): AsyncGenerator<Piece> {
  const answer = (ctx: AnyCtx) => Promise.resolve({ type: '', body: writeExport(ctx, file, locale) });
  const { body } = await executor.answerWire({ route: apiRoutes.exportDirectory, answer }, {}, askedByAnyone(locale));
  if (typeof body === 'string' || body instanceof Uint8Array) yield body;
  else yield* body;
}

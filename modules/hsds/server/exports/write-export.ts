import type { Locale } from '@qantara/kernel';
import type { AnyCtx } from '@qantara/platform';
import type { ExportFile } from '../../contract/api-routes.ts';
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

import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Locale } from '@qantara/kernel';
import { readDirectoryVersion } from '@qantara/directory/server';
import type { AnyCtx, WireAnswer, WireAsked } from '@qantara/platform';
import type { ExportFile } from '../../contract/api-routes.ts';
import { writeExport } from './write-export.ts';

const TYPES: Record<ExportFile, string> = {
  'hsds.zip': 'application/zip',
  'directory.json': 'application/json; charset=utf-8',
  'services.ndjson': 'application/x-ndjson; charset=utf-8',
  'services.csv': 'text/csv; charset=utf-8',
  'directory.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Each form of the directory is made once for each state of it: whoever asks for it a thousand times makes no work. */
const MOST_KEPT = 12;

class Kept {
  readonly #made = new Map<string, Promise<string>>();
  #folder: string | null = null;
  #number = 0;

  #place(): string {
    if (this.#folder === null) {
      const folder = mkdtempSync(join(tmpdir(), 'qantara-exports-'));
      process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
      this.#folder = folder;
    }
    this.#number += 1;
    return join(this.#folder, String(this.#number));
  }

  async #forget(key: string): Promise<void> {
    const path = this.#made.get(key);
    this.#made.delete(key);
    // Whoever is reading it goes on reading: on most systems a file lives as long as it is open.
    if (path !== undefined)
      await path.then(
        (file) => rm(file, { force: true }),
        () => undefined,
      );
  }

  /** Where the file with this key is, made now if it is not there. */
  async find(key: string, make: () => AsyncIterable<string | Uint8Array>): Promise<string> {
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const path = this.#place();
    const making = pipeline(Readable.from(make(), { objectMode: true }), createWriteStream(path, { mode: 0o600 })).then(
      () => path,
    );
    this.#made.set(key, making);
    making.catch(() => void this.#forget(key));
    const [oldest] = this.#made.keys();
    if (this.#made.size > MOST_KEPT && oldest !== undefined) await this.#forget(oldest);
    return making;
  }
}

const keptOf = new WeakMap<object, Kept>();

/** The files of one region; another region of the same process (a test) has its own. */
function keptFor(ctx: AnyCtx): Kept {
  const kept = keptOf.get(ctx.vault) ?? new Kept();
  keptOf.set(ctx.vault, kept);
  return kept;
}

/** Opened only when it is read: an answer that says that nothing changed has no body. */
async function* contentOf(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path) as AsyncIterable<Uint8Array>;
}

/** The whole directory as one file. */
export async function exportDirectory(
  ctx: AnyCtx,
  asked: { file: ExportFile; lang?: Locale | undefined },
  from: WireAsked,
): Promise<WireAnswer> {
  const locale = asked.lang ?? from.locale;
  const version = `${asked.file} ${locale} ${await readDirectoryVersion(ctx)}`;
  const path = await keptFor(ctx).find(version, () => writeExport(ctx, asked.file, locale));
  const isOfDirectory = asked.file === 'hsds.zip' ? `hsds-${locale}.zip` : asked.file.replace('.', `-${locale}.`);
  return {
    type: TYPES[asked.file],
    body: contentOf(path),
    version,
    headers: { 'content-language': locale, 'content-disposition': `attachment; filename="${isOfDirectory}"` },
  };
}

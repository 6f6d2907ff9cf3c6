import { once } from 'node:events';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Texts that grow side by side on the disk until they are put one after the other: tables of a package, sheets of a workbook. */
export class Spool {
  readonly #folder: string;
  readonly #files = new Map<string, WriteStream>();

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** In a new folder that nobody else may read. */
  static async open(): Promise<Spool> {
    return new Spool(await mkdtemp(join(tmpdir(), 'qantara-export-')));
  }

  async write(name: string, text: string): Promise<void> {
    let file = this.#files.get(name);
    if (file === undefined) {
      file = createWriteStream(join(this.#folder, name));
      this.#files.set(name, file);
    }
    if (text !== '' && !file.write(text)) await once(file, 'drain');
  }

  /** Ends every text; they can be read from then on. */
  async end(): Promise<void> {
    for (const file of this.#files.values()) {
      file.end();
      if (!file.writableFinished) await once(file, 'finish');
    }
  }

  read(name: string): AsyncIterable<Uint8Array> {
    return createReadStream(join(this.#folder, name)) as AsyncIterable<Uint8Array>;
  }

  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}

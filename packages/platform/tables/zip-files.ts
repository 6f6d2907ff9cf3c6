import { Zip, ZipDeflate } from 'fflate';

export type ZipEntry = { name: string; pieces: AsyncIterable<string | Uint8Array> };

/** A fixed day, so that the same directory makes the same file. */
const NO_DAY = new Date('2020-01-01T00:00:00Z');

/** Files as one zip, entry after entry, piece by piece: never a whole entry in memory. */
export async function* zipFiles(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  let made: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((fault, chunk) => {
    if (fault === null) made.push(chunk);
    else failure = fault;
  });
  const encoder = new TextEncoder();
  const taken = function* (): Generator<Uint8Array> {
    if (failure !== null) throw failure;
    yield* made;
    made = [];
  };
  for await (const { name, pieces } of entries) {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = NO_DAY;
    zip.add(entry);
    for await (const piece of pieces) {
      entry.push(typeof piece === 'string' ? encoder.encode(piece) : piece);
      yield* taken();
    }
    entry.push(new Uint8Array(0), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}

/** A file in a zip: its bytes come piece by piece. */
export type ZippedFile = { name: string; pieces: AsyncIterable<string> };

const TABLE = Uint32Array.from({ length: 256 }, (_zero, index) => {
  let sum = index;
  for (let bit = 0; bit < 8; bit += 1) sum = (sum & 1) === 1 ? (sum >>> 1) ^ 0xed_b8_83_20 : sum >>> 1;
  return sum >>> 0;
});

function crcAfter(before: number, bytes: Uint8Array): number {
  let sum = before;
  for (const byte of bytes) sum = (TABLE[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  return sum >>> 0;
}

/** Numbers as the format has them: little end first, of two or four bytes each (APPNOTE.TXT 6.3.10). */
function fields(...numbers: [value: number, size: 2 | 4][]): Uint8Array {
  const view = new DataView(new ArrayBuffer(numbers.reduce((sum, [, size]) => sum + size, 0)));
  let at = 0;
  for (const [value, size] of numbers) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value >>> 0, true);
    at += size;
  }
  return new Uint8Array(view.buffer);
}

/** Version 2.0; sizes follow the bytes; names are UTF-8; deflated; 1 January 2020, so that the same rows make the same file. */
const COMMON: [number, 2 | 4][] = [
  [20, 2],
  [0x08_08, 2],
  [8, 2],
  [0, 2],
  [0x50_21, 2],
];

type Entry = { name: Uint8Array; crc: number; packed: number; plain: number; offset: number };

/** Bytes as the web's own streams take them: one piece, when it is asked for. */
export function streamOf<T extends Uint8Array>(pieces: AsyncGenerator<T>): ReadableStream<T> {
  return new ReadableStream<T>(
    {
      pull: async (controller) => {
        const { value, done } = await pieces.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => void (await pieces.return(undefined)),
    },
    { highWaterMark: 1 },
  );
}

async function* deflated(file: ZippedFile, entry: Entry): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let crc = 0xff_ff_ff_ff;
  async function* plain(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for await (const piece of file.pieces) {
      const bytes = encoder.encode(piece);
      crc = crcAfter(crc, bytes);
      entry.plain += bytes.length;
      yield bytes;
    }
  }
  const bytes = streamOf(plain()).pipeThrough(new CompressionStream('deflate-raw'));
  for await (const chunk of bytes) {
    entry.packed += chunk.length;
    yield chunk;
  }
  entry.crc = (crc ^ 0xff_ff_ff_ff) >>> 0;
}

function directoryOf(entry: Entry): Uint8Array[] {
  const sizes: [number, 2 | 4][] = [
    [entry.crc, 4],
    [entry.packed, 4],
    [entry.plain, 4],
    [entry.name.length, 2],
  ];
  const rest: [number, 2 | 4][] = [
    [0, 2],
    [0, 2],
    [0, 2],
    [0, 2],
    [0, 4],
    [entry.offset, 4],
  ];
  return [fields([0x02_01_4b_50, 4], [20, 2], ...COMMON, ...sizes, ...rest), entry.name];
}

/**
 * Files as one zip, each deflated as its pieces come: never more than a piece in memory. Of less than four gigabytes, as are all
 * that a spreadsheet opens.
 */
export async function* zipStream(files: readonly ZippedFile[]): AsyncGenerator<Uint8Array> {
  const entries: Entry[] = [];
  let written = 0;
  const count = (bytes: Uint8Array): Uint8Array => {
    written += bytes.length;
    return bytes;
  };
  for (const file of files) {
    const name = new TextEncoder().encode(file.name);
    const entry: Entry = { name, crc: 0, packed: 0, plain: 0, offset: written };
    entries.push(entry);
    yield count(fields([0x04_03_4b_50, 4], ...COMMON, [0, 4], [0, 4], [0, 4], [name.length, 2], [0, 2]));
    yield count(name);
    for await (const chunk of deflated(file, entry)) yield count(chunk);
    yield count(fields([0x08_07_4b_50, 4], [entry.crc, 4], [entry.packed, 4], [entry.plain, 4]));
  }
  const from = written;
  for (const entry of entries) for (const part of directoryOf(entry)) yield count(part);
  const size = written - from;
  yield fields(
    [0x06_05_4b_50, 4],
    [0, 2],
    [0, 2],
    [entries.length, 2],
    [entries.length, 2],
    [size, 4],
    [from, 4],
    [0, 2],
  );
}

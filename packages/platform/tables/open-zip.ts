import { unzipSync } from 'fflate';
import { Refusal, refuse } from '@qantara/kernel';

/** What is taken from outside has a limit before it is unpacked: a zip of 40 kB can claim to hold gigabytes. */
const MOST_ENTRIES = 2000;
/** The largest file of any package. */
export const MOST_FILE = 200_000_000;
const MOST_ALL = 400_000_000;
const MOST_RATIO = 200;
/** Small files of repeated text do compress a lot, and harm nobody. */
const HARMLESS = 1_000_000;

type Claim = { name: string; size: number; originalSize: number };

/** What a zip may claim before anything of it is unpacked. */
export class ZipLimits {
  readonly #mostFile: number;
  #entries = 0;
  #bytes = 0;

  constructor(mostFile = MOST_FILE) {
    this.#mostFile = mostFile;
  }

  admit({ size, originalSize }: Omit<Claim, 'name'>): void {
    this.#entries += 1;
    this.#bytes += originalSize;
    const isBomb = originalSize > HARMLESS && originalSize > size * MOST_RATIO;
    if (this.#entries > MOST_ENTRIES || originalSize > this.#mostFile || this.#bytes > MOST_ALL || isBomb)
      refuse('import_too_large');
  }
}

/**
 * The entries of any zip by the names that they are known by here; those without one are not opened. Refuses
 * `import_unreadable` for what is no zip and `import_too_large` for one that claims too much.
 */
export function openZip(content: Uint8Array, nameOf: (path: string) => string | undefined, mostFile = MOST_FILE) {
  const limits = new ZipLimits(mostFile);
  const paths = new Map<string, string>();
  const filter = (claim: Claim): boolean => {
    limits.admit(claim);
    const name = nameOf(claim.name);
    if (name !== undefined && !paths.has(name)) paths.set(name, claim.name);
    return false;
  };
  unzipped(content, filter);
  const open = (name: string): Uint8Array => {
    const path = paths.get(name);
    return unzipped(content, (claim) => claim.name === path)[path ?? ''] ?? refuse('import_unreadable');
  };
  return { names: [...paths.keys()].toSorted(), open };
}

function unzipped(content: Uint8Array, filter: (claim: Claim) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(content, { filter });
  } catch (fault) {
    if (fault instanceof Refusal) throw fault;
    return refuse('import_unreadable');
  }
}

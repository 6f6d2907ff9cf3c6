import type { FileStore } from './file-store.ts';

/** Carries what one store holds to another, as it is: sealed. How many there were. */
export async function copyFiles(from: FileStore, to: FileStore): Promise<number> {
  let copied = 0;
  for await (const key of from.list(new Date(Date.now() + 60_000))) {
    const bytes = await from.get(key);
    // What was removed meanwhile is gone from the copy too.
    if (bytes === null) continue;
    await to.put(key, bytes);
    copied += 1;
  }
  return copied;
}

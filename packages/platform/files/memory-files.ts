import type { FileStore } from './file-store.ts';

type Held = { bytes: Buffer; at: Date };

/** A store that ends with its process: for benches of tests. */
export function memoryFiles(): FileStore {
  const held = new Map<string, Held>();
  return {
    put: async (key, bytes) => void held.set(key, { bytes: Buffer.from(bytes), at: new Date() }),
    get: async (key) => held.get(key)?.bytes ?? null,
    remove: async (key) => void held.delete(key),
    list: async function* list(before) {
      for (const [key, { at }] of held) if (at < before) yield key;
    },
  };
}

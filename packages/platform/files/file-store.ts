import type { Vault } from '../command/vault.ts';

/**
 * Where bytes are kept outside the database. A key is 64 hexadecimal characters, made by `newFileKey`: it cannot be guessed and says
 * nothing about anybody.
 */
export type FileStore = {
  /** Is done when the bytes are safe. */
  put: (key: string, bytes: Uint8Array) => Promise<void>;
  /** Null where there are none under this key. */
  get: (key: string) => Promise<Buffer | null>;
  /** Done as well where there was nothing. */
  remove: (key: string) => Promise<void>;
  /** Every key that was put before a moment: for the search for what nobody knows of any more. */
  list: (before: Date) => AsyncIterable<string>;
};

const KEY = /^[0-9a-f]{64}$/;

/** Whether a name is a key of a file. */
export const isFileKey = (text: string): boolean => KEY.test(text);

/** The key, if it is one: no other text may become a path or an address. */
export function fileKeyOf(text: string): string {
  if (!isFileKey(text)) throw new Error('this is no key of a file');
  return text;
}

/** Seals what is kept, each under its own key, so that whoever keeps it neither reads it nor gives one file for another. */
export function sealedFiles(store: FileStore, vault: Vault): FileStore {
  return {
    ...store,
    put: (key, bytes) => store.put(fileKeyOf(key), vault.sealBytes(key, bytes)),
    get: async (key) => {
      const sealed = await store.get(fileKeyOf(key));
      return sealed === null ? null : vault.openBytes(key, sealed);
    },
    remove: (key) => store.remove(fileKeyOf(key)),
  };
}

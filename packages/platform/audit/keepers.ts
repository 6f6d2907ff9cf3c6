import { open } from 'node:fs/promises';
import { askMachine, type Reach } from '../outbound/ask-machine.ts';

/** A place outside that keeps checkpoints: a file on another disk, a server of somebody else. Throws where it did not keep one. */
export type Keeper = { name: string; keep: (line: string) => Promise<void> };

const WAITS_MS = 10_000;
/** What it says of it is not read further. */
const MOST_BYTES = 10_000;

/** Adds each checkpoint to the end of a file, and is done when the disk has it. */
export function fileKeeper(path: string): Keeper {
  return {
    name: `file ${path}`,
    keep: async (line) => {
      const file = await open(path, 'a', 0o600);
      try {
        await file.write(`${line}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
    },
  };
}

/** Posts each checkpoint to an https address of the operator's choice; nowhere else, whatever names or answers say. */
export function addressKeeper(address: string, reach: Reach): Keeper {
  const url = new URL(address);
  if (url.protocol !== 'https:') throw new Error('checkpoints are sent by https only');
  return {
    name: `address ${url.host}`,
    keep: async (line) => {
      const headers = { 'content-type': 'application/json' };
      const asked = { method: 'POST', headers, body: line, waitsMs: WAITS_MS, mostBytes: MOST_BYTES } as const;
      const { status } = await askMachine(url, asked, reach);
      // An answer that sends us elsewhere is a refusal: only the operator says where.
      if (status < 200 || status >= 300) throw new Error(`${url.hostname} answered ${status}`);
    },
  };
}

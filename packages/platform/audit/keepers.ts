import { open } from 'node:fs/promises';
import { request, type RequestOptions } from 'node:https';
import { addressToUse, resolveHost, type Resolve } from './public-address.ts';

/** A place outside that keeps checkpoints: a file on another disk, a server of somebody else. Throws where it did not keep one. */
export type Keeper = { name: string; keep: (line: string) => Promise<void> };

const WAITS_MS = 10_000;

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

export type AddressKeeping = {
  allowsPrivate: boolean;
  resolve?: Resolve;
  /** Who signs the other's certificate, where it is none that everybody knows. */
  ca?: string;
};

function post(options: RequestOptions, line: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const call = request(options, (answer) => {
    answer.resume();
    const status = answer.statusCode ?? 0;
    // An answer that sends us elsewhere is a refusal: only the operator says where.
    if (status >= 200 && status < 300) resolve();
    else reject(new Error(`${options.host} answered ${status}`));
  });
  call.setTimeout(WAITS_MS, () => call.destroy(new Error(`${options.host} did not answer in ${WAITS_MS / 1000} s`)));
  call.on('error', reject);
  call.end(line);
  return promise;
}

/** Posts each checkpoint to an https address of the operator's choice; nowhere else, whatever names or answers say. */
export function addressKeeper(address: string, { allowsPrivate, resolve = resolveHost, ca }: AddressKeeping): Keeper {
  const url = new URL(address);
  if (url.protocol !== 'https:') throw new Error('checkpoints are sent by https only');
  return {
    name: `address ${url.host}`,
    keep: async (line) => {
      const to = await addressToUse(url.hostname, { allowsPrivate, resolve });
      const options: RequestOptions = {
        host: url.hostname.replace(/^\[|\]$/g, ''),
        port: url.port === '' ? 443 : Number(url.port),
        path: `${url.pathname}${url.search}`,
        method: 'POST',
        agent: false,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(line) },
        lookup: (_host, asked, done) => (asked.all === true ? done(null, [to]) : done(null, to.address, to.family)),
        ...(ca === undefined ? {} : { ca }),
      };
      await post(options, line);
    },
  };
}

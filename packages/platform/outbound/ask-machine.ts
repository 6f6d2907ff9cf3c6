import { request as askPlainly, type IncomingHttpHeaders, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as askSafely } from 'node:https';
import { addressToUse, resolveHost, type Resolve } from './public-address.ts';

/** What is sent to another machine, and how much of it is waited for. */
export type Question = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  headers?: Record<string, string>;
  body?: string | Buffer;
  waitsMs: number;
  /** What is longer is not read: its status alone is known. */
  mostBytes: number;
};

/** Whether the machine may stand in the operator's own network, and how its name is looked up. */
export type Reach = {
  allowsPrivate: boolean;
  resolve?: Resolve;
  /** Who signs the other's certificate, where it is none that everybody knows. */
  ca?: string;
};

/** `body` is null where it was longer than what was to be read. */
export type MachineAnswer = { status: number; headers: IncomingHttpHeaders; body: Buffer | null };

/** The name stands for no machine, or for one that may not be asked: nothing has left. */
export class NoSuchMachine extends Error {}

function readAnswer(answer: IncomingMessage, mostBytes: number): Promise<Buffer | null> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer | null>();
  const chunks: Buffer[] = [];
  let size = 0;
  answer.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= mostBytes) return void chunks.push(chunk);
    resolve(null);
    return void answer.destroy();
  });
  answer.on('end', () => resolve(Buffer.concat(chunks)));
  answer.on('error', reject);
  return promise;
}

function send(url: URL, options: RequestOptions, { body, waitsMs, mostBytes }: Question): Promise<MachineAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<MachineAnswer>();
  const ask = url.protocol === 'https:' ? askSafely : askPlainly;
  const call = ask(options, (answer) => {
    const { statusCode: status = 0, headers } = answer;
    readAnswer(answer, mostBytes).then((read) => resolve({ status, headers, body: read }), reject);
  });
  const late = (): void => void call.destroy(new Error(`${url.host} did not answer in ${waitsMs / 1000} s`));
  // The time is for all of it: whoever sends a byte now and then holds nobody up for ever.
  const timer = setTimeout(late, waitsMs);
  call.on('close', () => clearTimeout(timer));
  call.on('error', reject);
  call.end(body ?? '');
  return promise;
}

async function machineOf(url: URL, { allowsPrivate, resolve = resolveHost }: Reach) {
  try {
    return await addressToUse(url.hostname, { allowsPrivate, resolve });
  } catch (fault) {
    throw new NoSuchMachine(fault instanceof Error ? fault.message : String(fault), { cause: fault });
  }
}

/**
 * Asks another machine: the one that its name stood for when it was looked up, so that a name cannot stand for another a moment later.
 * An answer that sends us elsewhere is an answer like others and is not followed. Throws NoSuchMachine, or what the network says.
 */
export async function askMachine(url: URL, question: Question, reach: Reach): Promise<MachineAnswer> {
  const machine = await machineOf(url, reach);
  const body = question.body ?? '';
  const options: RequestOptions & { ca?: string } = {
    protocol: url.protocol,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    ...(url.port === '' ? {} : { port: Number(url.port) }),
    path: `${url.pathname}${url.search}`,
    method: question.method,
    agent: false,
    headers: { host: url.host, ...question.headers, 'content-length': Buffer.byteLength(body) },
    lookup: (_host, asked, done) =>
      asked.all === true ? done(null, [machine]) : done(null, machine.address, machine.family),
    ...(reach.ca === undefined ? {} : { ca: reach.ca }),
  };
  return send(url, options, question);
}

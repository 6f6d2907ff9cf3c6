import { setTimeout as wait } from 'node:timers/promises';

/** How a server is asked: `fetch`, or a stand-in of a test. */
export type Ask = (url: string, init?: RequestInit) => Promise<Response>;

export type Answer = { status: number; headers: Headers; text: string; json: unknown };

const MOST_REQUESTS = 400;
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_MILLISECONDS = 30_000;
const MOST_PATIENCE = 60;

/** A server that is asked more than was agreed, or answers with more than anybody should read. */
export class TooMuch extends Error {}

async function textOf(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += piece.length;
    if (bytes > MOST_BYTES) throw new TooMuch(`${response.url} answers with more than ${MOST_BYTES / 1024 / 1024} MB`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Asks one interface, one request after the other, and no more than a guest should. It only reads. */
export class ApiClient {
  readonly base: string;
  readonly #ask: Ask;
  asked = 0;

  constructor(base: string, ask: Ask) {
    this.base = base.replace(/\/+$/, '');
    this.#ask = ask;
  }

  async send(path: string, init: RequestInit = {}): Promise<Answer> {
    if (this.asked >= MOST_REQUESTS) throw new TooMuch(`more than ${MOST_REQUESTS} requests would be needed`);
    this.asked += 1;
    const url = /^https?:/.test(path) ? path : `${this.base}${path}`;
    const response = await this.#patiently(url, init);
    const text = await textOf(response);
    return { status: response.status, headers: response.headers, text, json: jsonOf(text) };
  }

  /** A server that asks for patience is asked once more, when it says. */
  async #patiently(url: string, init: RequestInit): Promise<Response> {
    const ask = () => this.#ask(url, { ...init, signal: AbortSignal.timeout(MOST_MILLISECONDS) });
    const response = await ask();
    const seconds = Number(response.headers.get('retry-after'));
    if (response.status !== 429 || !(seconds > 0 && seconds <= MOST_PATIENCE)) return response;
    await response.body?.cancel();
    await wait(seconds * 1000);
    return ask();
  }

  async get(path: string, query: Record<string, string> = {}): Promise<Answer> {
    const words = new URLSearchParams(query).toString();
    return this.send(words === '' ? path : `${path}?${words}`, { headers: { accept: 'application/json' } });
  }
}

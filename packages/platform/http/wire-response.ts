import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { WireAnswer } from '../command/wire.ts';

const KEPT = 'public, max-age=60';

function digestTagOf({ body, version }: WireAnswer): string | null {
  if (typeof body !== 'string' && !(body instanceof Uint8Array) && version === undefined) return null;
  const digest = createHash('sha256').update(version ?? (body as string));
  return `W/"${digest.digest('base64url').slice(0, 27)}"`;
}

const plain = (tag: string): string => tag.trim().replace(/^W\//, '');

/** Whether the caller has what this tag names, by what it says of it. */
export function isKnown(asked: string | undefined, tag: string): boolean {
  return (asked ?? '').split(',').some((one) => one.trim() === '*' || plain(one) === plain(tag));
}

/** Pieces of a long answer as the network takes them. */
function streamOf(pieces: AsyncIterable<string | Uint8Array>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { value, done } = await iterator.next();
      if (done === true) return controller.close();
      controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
    },
    cancel: async () => void (await iterator.return?.()),
  });
}

const isRead = (c: Context): boolean => c.req.method === 'GET' || c.req.method === 'HEAD';

/** For how long, and for whom, an answer may be kept on the way. */
function keepingOf(c: Context, isForPrograms: boolean): Record<string, string> {
  if (isForPrograms) return { 'cache-control': 'no-store', vary: 'Accept, Accept-Language, Authorization' };
  return { 'cache-control': isRead(c) ? KEPT : 'no-store', vary: 'Accept, Accept-Language' };
}

function bodyOf(body: WireAnswer['body']): string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> {
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? new Uint8Array(body) : streamOf(body);
}

/** The answer as it leaves: with its tag, kept for a minute where it is anyone's, and nowhere where it is a program's. */
export function respond(c: Context, answer: WireAnswer, isForPrograms: boolean): Response {
  const { body, status = 200 } = answer;
  const tag = answer.headers?.['etag'] ?? (isForPrograms ? null : digestTagOf(answer));
  const headers = {
    ...keepingOf(c, isForPrograms),
    ...answer.headers,
    ...(tag === null ? {} : { etag: tag }),
  };
  if (isRead(c) && tag !== null && isKnown(c.req.header('if-none-match'), tag)) return c.body(null, 304, headers);
  if (body === '') return c.body(null, status as 204, headers);
  return c.body(bodyOf(body), status as 200, { ...headers, 'content-type': answer.type });
}

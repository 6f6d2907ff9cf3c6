import { Worker } from 'node:worker_threads';
import { types } from 'pg';
import type { Statement } from './database-pool.ts';
import type { EmbeddedSession, SessionReply } from './embedded-session.ts';
import { DatabaseStopped } from './errors.ts';
import { type WorkerAnswer, type WorkerRequest, raiseError } from './worker-messages.ts';

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** A query blocks the thread it runs in for its whole duration, so the engine gets a thread of its own. */
export async function openWorkerSession(dataFolder: string): Promise<EmbeddedSession> {
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), { workerData: dataFolder });
  const session = new WorkerSession(worker);
  await session.opened;
  return session;
}

class WorkerSession implements EmbeddedSession {
  readonly opened: Promise<void>;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #stopped: Error | undefined;
  #lastId = 0;

  constructor(worker: Worker) {
    this.#worker = worker;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.opened = promise;
    worker.on('message', (answer: WorkerAnswer) => {
      if (answer.kind === 'ready') resolve();
      else if (answer.kind === 'not-opened') this.#refuseToOpen(raiseError(answer.error), reject);
      else this.#receive(answer);
    });
    worker.on('error', (error) => this.#stop(new DatabaseStopped(`${error.message}.`, { cause: error })));
    worker.on('exit', () => {
      this.#stop(new DatabaseStopped('its thread ended.'));
      reject(this.#stopped);
    });
  }

  async run(statement: Statement): Promise<SessionReply> {
    const values = statement.values?.map(toTransferable);
    const reply = await this.#ask<SessionReply>({
      kind: 'run',
      id: this.#nextId(),
      statement: { ...statement, values },
    });
    restoreBuffers(reply);
    return reply;
  }

  reset(): Promise<void> {
    return this.#ask({ kind: 'reset', id: this.#nextId() });
  }

  syncCount(): Promise<number> {
    return this.#ask({ kind: 'sync-count', id: this.#nextId() });
  }

  async close(): Promise<void> {
    if (!this.#stopped) await this.#ask({ kind: 'close', id: this.#nextId() });
    await this.#worker.terminate();
  }

  async abandon(): Promise<void> {
    this.#stop(new DatabaseStopped('another process has taken its data folder.'));
    await this.#worker.terminate();
  }

  #refuseToOpen(error: Error, reject: (error: Error) => void): void {
    this.#stopped = error;
    reject(error);
    void this.#worker.terminate();
  }

  #nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  #ask<T>(request: WorkerRequest): Promise<T> {
    if (this.#stopped) return Promise.reject(this.#stopped);
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    this.#waiting.set(request.id, { resolve: (value) => resolve(value as T), reject });
    this.#worker.postMessage(request);
    return promise;
  }

  #receive(answer: Exclude<WorkerAnswer, { kind: 'ready' | 'not-opened' }>): void {
    if (answer.kind === 'stopped') {
      this.#stop(new DatabaseStopped(answer.reason));
      void this.#worker.terminate();
      return;
    }
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (answer.kind === 'done') waiting?.resolve(answer.value);
    else waiting?.reject(raiseError(answer.error));
  }

  #stop(reason: Error): void {
    this.#stopped ??= reason;
    for (const waiting of this.#waiting.values()) waiting.reject(this.#stopped);
    this.#waiting.clear();
  }
}

/** As pg sends an object: its JSON. Done before the thread border, where an object loses its class and `toJSON`. */
function toTransferable(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) || value instanceof Date || ArrayBuffer.isView(value) ? value : JSON.stringify(value);
}

// The array of bytea has no name in pg's list; 1001 in PostgreSQL's pg_type.dat.
const BYTEA_ARRAY = 1001;

/** Structured clone turns a Buffer into a Uint8Array; callers get Buffers from both engines. */
function restoreBuffers({ result }: SessionReply): void {
  for (const { name, dataTypeID } of result.fields) {
    if (dataTypeID !== types.builtins.BYTEA && dataTypeID !== BYTEA_ARRAY) continue;
    for (const row of result.rows) row[name] = toBuffer(row[name]);
  }
}

function toBuffer(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toBuffer);
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  return value;
}

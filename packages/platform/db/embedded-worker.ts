import { parentPort, workerData } from 'node:worker_threads';
import { openOnDisk } from './embedded-engine.ts';
import type { EmbeddedSession } from './embedded-session.ts';
import { type WorkerAnswer, type WorkerRequest, flattenError } from './worker-messages.ts';

/** A long log makes a long recovery, and an embedded engine never shortens it by itself. */
const CHECKPOINT_EVERY_MS = 5 * 60_000;

const port = parentPort;
if (!port) throw new Error('embedded-worker.ts runs as a worker of the server, not by itself.');

const answer = (message: WorkerAnswer): void => port.postMessage(message);

const fail = (error: Error): void => answer({ kind: 'stopped', reason: `${error.message}.` });

let hasWritten = false;

async function perform(session: EmbeddedSession, request: WorkerRequest): Promise<unknown> {
  switch (request.kind) {
    case 'run':
      hasWritten = true;
      return session.run(request.statement);
    case 'reset':
      return session.reset();
    case 'sync-count':
      return session.syncCount();
    case 'close':
      return session.close();
  }
}

async function serve(dataFolder: string): Promise<void> {
  const session = await openOnDisk(dataFolder, fail);
  port?.on('message', (request: WorkerRequest) => {
    perform(session, request).then(
      (value) => {
        answer({ kind: 'done', id: request.id, value });
        if (request.kind === 'close') port?.close();
      },
      (error: unknown) => answer({ kind: 'failed', id: request.id, error: flattenError(error) }),
    );
  });
  setInterval(() => {
    if (!hasWritten) return;
    hasWritten = false;
    session.run({ text: 'checkpoint' }).catch(() => undefined);
  }, CHECKPOINT_EVERY_MS).unref();
  answer({ kind: 'ready' });
}

const folder: unknown = workerData;
if (typeof folder !== 'string') throw new Error('embedded-worker.ts needs the data folder as its workerData.');
serve(folder).catch((error: unknown) => answer({ kind: 'not-opened', error: flattenError(error) }));

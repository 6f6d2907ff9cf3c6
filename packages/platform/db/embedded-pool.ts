import {
  type DatabaseClient,
  type DatabasePool,
  type Statement,
  type StatementResult,
  queryOnce,
  toStatement,
} from './database-pool.ts';
import type { EmbeddedSession } from './embedded-session.ts';
import { DatabaseBusy } from './errors.ts';

interface Turn {
  take(client: EmbeddedClient): void;
  refuse(error: Error): void;
  timer: NodeJS.Timeout;
}

export interface EmbeddedPoolSettings {
  acquireTimeoutMs: number;
  /** A holder that asks nothing for this long is thrown out, as idle_in_transaction_session_timeout does on a server. */
  idleHolderMs: number;
}

/** The one connection of an embedded database, lent to one holder at a time; the others wait their turn. */
export class EmbeddedPool implements DatabasePool {
  readonly #session: EmbeddedSession;
  readonly #settings: EmbeddedPoolSettings;
  readonly #turns: Turn[] = [];
  #holder: EmbeddedClient | undefined;
  #isResetting = false;
  #end: PromiseWithResolvers<void> | undefined;

  constructor(session: EmbeddedSession, settings: EmbeddedPoolSettings) {
    this.#session = session;
    this.#settings = settings;
  }

  connect(): Promise<DatabaseClient> {
    if (this.#end) return Promise.reject(new Error('The database is closed: the server is stopping.'));
    const { promise, resolve, reject } = Promise.withResolvers<DatabaseClient>();
    const turn: Turn = {
      take: resolve,
      refuse: reject,
      timer: setTimeout(() => this.#giveUp(turn), this.#settings.acquireTimeoutMs),
    };
    this.#turns.push(turn);
    this.#lend();
    return promise;
  }

  query<R>(statement: string | Statement, values?: readonly unknown[]): Promise<StatementResult<R>> {
    return queryOnce<R>(this, toStatement(statement, values));
  }

  /** Takes no new work, lets what is under way and queued finish. */
  end(): Promise<void> {
    this.#end ??= Promise.withResolvers<void>();
    this.#lend();
    return this.#end.promise;
  }

  #giveUp(turn: Turn): void {
    const place = this.#turns.indexOf(turn);
    if (place >= 0) this.#turns.splice(place, 1);
    turn.refuse(new DatabaseBusy(this.#settings.acquireTimeoutMs));
  }

  #lend(): void {
    if (this.#holder || this.#isResetting) return;
    const turn = this.#turns.shift();
    if (!turn) {
      this.#end?.resolve();
      return;
    }
    clearTimeout(turn.timer);
    const client = new EmbeddedClient(this.#session, this.#settings.idleHolderMs, (isBroken) =>
      this.#takeBack(isBroken),
    );
    this.#holder = client;
    turn.take(client);
  }

  #takeBack(isBroken: boolean): void {
    this.#holder = undefined;
    if (!isBroken) {
      this.#lend();
      return;
    }
    this.#isResetting = true;
    // A failed reset means that the engine is gone; the next statement says so.
    void this.#session
      .reset()
      .catch(() => undefined)
      .finally(() => {
        this.#isResetting = false;
        this.#lend();
      });
  }
}

class EmbeddedClient implements DatabaseClient {
  readonly #session: EmbeddedSession;
  readonly #giveBack: (isBroken: boolean) => void;
  readonly #idle: NodeJS.Timeout;
  #isReleased = false;
  #isOpen = false;
  #running = 0;
  #refusal = 'This connection was given back already.';

  constructor(session: EmbeddedSession, idleMs: number, giveBack: (isBroken: boolean) => void) {
    this.#session = session;
    this.#giveBack = giveBack;
    this.#idle = setTimeout(() => this.#throwOut(idleMs), idleMs).unref();
  }

  async query<R>(statement: string | Statement, values?: readonly unknown[]): Promise<StatementResult<R>> {
    if (this.#isReleased) throw new Error(this.#refusal);
    this.#running += 1;
    // Until the engine has answered, a failed statement may have left anything open.
    const wasOpen = this.#isOpen;
    this.#isOpen = true;
    try {
      const { result, isOpen } = await this.#session.run(toStatement(statement, values));
      this.#isOpen = isOpen;
      // The row type is the caller's word about its own SQL, as with pg.
      return result as StatementResult<unknown> as StatementResult<R>;
    } catch (error) {
      this.#isOpen = wasOpen;
      throw error;
    } finally {
      this.#running -= 1;
      this.#idle.refresh();
    }
  }

  release(error?: Error | boolean): void {
    if (this.#isReleased) return;
    this.#isReleased = true;
    clearTimeout(this.#idle);
    this.#giveBack(Boolean(error) || this.#isOpen || this.#running > 0);
  }

  #throwOut(idleMs: number): void {
    if (this.#running > 0) {
      this.#idle.refresh();
      return;
    }
    this.#refusal = `This connection was held for ${idleMs} ms without a statement; its transaction was rolled back.`;
    this.release(true);
  }
}

/** No connection became free in time. Nothing was read or written: the platform answers 503 with Retry-After. */
export class DatabaseBusy extends Error {
  readonly retryAfterSeconds: number;

  constructor(waitedMs: number, options?: ErrorOptions) {
    super(
      `No database connection became free within ${waitedMs} ms. Nothing was changed by this request; ` +
        'it can be sent again in a few seconds.',
      options,
    );
    this.name = 'DatabaseBusy';
    this.retryAfterSeconds = Math.max(1, Math.ceil(waitedMs / 1000));
  }
}

/** The engine itself is gone (worker stopped, disk refused a write). What was acknowledged before is safe. */
export class DatabaseStopped extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(
      `The embedded database has stopped: ${reason} Everything acknowledged before is kept on disk; ` +
        'what was under way is not saved. Check free disk space and the disk, then start the server again.',
      options,
    );
    this.name = 'DatabaseStopped';
  }
}

/** Another live process works on this data folder; two at once would destroy it. */
export class DataFolderInUse extends Error {
  readonly pid: number;

  constructor(folder: string, holder: { pid: number; host: string }, isElsewhere: boolean) {
    const place = isElsewhere ? ` on ${holder.host} (another machine or container)` : '';
    super(
      `The data folder ${folder} is in use by process ${holder.pid}${place}. Nothing was opened and the data is safe. ` +
        `Stop that process first (a second one would corrupt the data), or give this one another data folder, ` +
        'or move the data to a PostgreSQL server, which accepts several processes.',
    );
    this.name = 'DataFolderInUse';
    this.pid = holder.pid;
  }
}

/** The PostgreSQL server does not answer, or refuses us. The message says what to check, and never the password. */
export class DatabaseUnreachable extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(
      `The database server cannot be reached or refuses us: ${reason}. Nothing was changed. ` +
        'Check the address, the name and password, and that the server is running.',
      options,
    );
    this.name = 'DatabaseUnreachable';
  }
}

/** A migration cannot be applied, or what was applied is not what the folder holds. */
export class MigrationRefused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MigrationRefused';
  }
}

/** A backup, restore or move was refused or did not verify; the message says what is safe. */
export class BackupRefused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BackupRefused';
  }
}

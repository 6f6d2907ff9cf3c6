export { backupTo, digestDatabase, moveTo, restoreFrom } from './backup/backup.ts';
export type { BackupHeader, TableDigest } from './backup/backup-format.ts';
export { type DatabaseSettings, openDatabase } from './database.ts';
export {
  type Database,
  type DatabaseClient,
  type DatabasePool,
  type Queryable,
  type Statement,
  type StatementResult,
  errorCode,
} from './database-pool.ts';
export {
  BackupRefused,
  DatabaseBusy,
  DatabaseStopped,
  DatabaseUnreachable,
  DataFolderInUse,
  MigrationRefused,
} from './errors.ts';
export { type KyselySettings, kyselyOf, kyselyOn, namedStatement, unnamedStatement } from './kysely.ts';
export type { Restored } from './backup/load-snapshot.ts';
export { type Migration, migrate } from './migrate.ts';
export { AS_SYSTEM, poolAs, type Standing, takeStanding } from './standing.ts';
export { needsServer, openTestDatabase, untilSomebodyWaits } from './test-database.ts';
export { type TransactionSettings, inTransaction } from './transaction.ts';

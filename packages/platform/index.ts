export * from './db/index.ts';
export { withoutStamps } from './without-stamps.ts';
export { ConfigurationRefused, readConfig, type Config } from './config/config.ts';
export { MIGRATIONS, openDatabaseOf, openRegion } from './config/open-region.ts';
export {
  withTables,
  type AnyCtx,
  type Channel,
  type Ctx,
  type DeliveredEvent,
  type Handlers,
  type NewEvent,
  type Measure,
  type MeasureRecords,
  type MeasureTrait,
  type PublishedMeasure,
  type RecordBehind,
} from './command/context.ts';
export { serverModule, type ServerModule } from './command/server-module.ts';
export {
  wireOf,
  type SayProblem,
  type WireAnswer,
  type WireAsked,
  type WireHandlers,
  type WirePart,
  type WireProblem,
} from './command/wire.ts';
export { askedByAnyone, type WireCall } from './command/answer-wire.ts';
export { askMachine, NoSuchMachine, type MachineAnswer, type Question } from './outbound/ask-machine.ts';
export { ALONE, type OpenIdProvider, type Outside } from './command/outside.ts';
export {
  SILENT,
  type Letter,
  type MessageDoor,
  type Messenger,
  type Sending,
  type ShortMessage,
} from './messages/messenger.ts';
export { CaptureRefused, messengerOf } from './messages/messenger-of.ts';
export { mailSender } from './messages/send-mail.ts';
export { smsSender } from './messages/send-sms.ts';
export { vaultOf, type Vault } from './command/vault.ts';
export { bucketFiles } from './files/bucket-files.ts';
export type { FileStore } from './files/file-store.ts';
export { filesOf } from './files/files-of.ts';
export { copyFiles } from './files/copy-files.ts';
export { folderFiles } from './files/folder-files.ts';
export { inspectFile, KEPT_TYPES, type InspectedFile, type KeptType } from './files/scan/inspect-file.ts';
export { newFileKey } from './files/new-file-key.ts';
export type { Caller, Home } from './command/call-context.ts';
export { createExecutor, type Executor } from './command/executor.ts';
export { verifyChain, type ChainReport } from './audit/verify-chain.ts';
export { verifyAudit, type AuditReport } from './audit/verify-audit.ts';
export type { AuditFault } from './audit/fault.ts';
export { CHECKPOINT_PURPOSE } from './audit/checkpoint.ts';
export { listCheckpoints, makeCheckpoint, sendCheckpoints, type KeptCheckpoint } from './audit/checkpoint-store.ts';
export { addressKeeper, fileKeeper, type Keeper } from './audit/keepers.ts';
export { erasePersonFromAudit, oldAuditValues } from './audit/erase-values.ts';
export { endingOf, type Ending, type OldRecords } from './command/ending.ts';
export { listTimeline, type TimelineEntry } from './command/timeline-store.ts';
export { circlesOf, INTAKE_CIRCLE, OVERSIGHT_CIRCLE, standingOf } from './command/standing-of.ts';
export { countAttempt, forgiveAttempt } from './command/attempt-store.ts';
export { attributeOf, attributesOf, scanXml, unescapeXml, type XmlEvent } from './tables/scan-xml.ts';
export { MOST_FILE, openZip, ZipLimits } from './tables/open-zip.ts';
export { parseRecords, type RawRecord } from './tables/parse-records.ts';
export { readWorkbook, type Sheet } from './tables/read-workbook.ts';
export { escapeXml, MAIN_NAMESPACE, rowXml, workbookFrame, XML_HEAD, type WorkbookCell } from '@qantara/kernel';
export { writeWorkbook, type WrittenSheet } from './tables/write-workbook.ts';
export { zipFiles, type ZipEntry } from './tables/zip-files.ts';
export { createJobs, RETRY, type Jobs, type Workshop } from './jobs/jobs.ts';
export { createApp, type AppParts, type AppSettings, type PageHandler } from './http/app.ts';
export { openApiOf } from './http/openapi.ts';
export { ListenRefused, serve, type Serving } from './http/serve.ts';
export { languageOf } from './http/language.ts';
export { log, logFault } from './observe/log.ts';
export {
  answerAssent,
  askAssent,
  ASSENT_REFUSALS,
  findAssent,
  listAssents,
  useAssent,
  type Assent,
  type AssentState,
} from './command/assent-store.ts';
export {
  countOpenings,
  listHourlyOpenings,
  listKindCounts,
  listOpeningKinds,
  listOpenings,
  listRelations,
  type Opening,
  type OpeningFilter,
} from './audit/openings-view.ts';
export { allOrNothing } from './command/all-or-nothing.ts';
export { versionsOf } from './command/version-store.ts';
export { inTheNameOf } from './command/in-the-name-of.ts';

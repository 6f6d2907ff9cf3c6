import { AccessStep } from './access.ts';
import { FindingState, Pattern } from './finding.ts';
import { AssentState } from './log-export.ts';
import { OpenedKind, OpeningChannel, OpeningRule } from './opening.ts';
import { RetentionClass } from './retention.ts';

export { AccessExplanation, AccessReason, AccessStep, AccessView, GlassReviews } from './access.ts';
export { Decision, Finding, FindingId, FindingState, OpenFinding, Pattern } from './finding.ts';
export { AskedExport, AssentId, AssentState, ExportFile, LogExport, Word } from './log-export.ts';
export {
  AccountName,
  AccountSummary,
  LogFilter,
  LogPage,
  OpenedKind,
  OpenedPerson,
  OpeningChannel,
  OpeningRule,
  SeenOpening,
} from './opening.ts';
export { HoldId, LegalHold, RetentionClass, Retention, RetentionRule, RetentionRun } from './retention.ts';
export { ConsentWatch, WatchedOverride } from './consent-watch.ts';
export { oversightRoutes } from './routes.ts';
export const enumMessages = {
  'oversight.step': AccessStep,
  'oversight.pattern': Pattern,
  'oversight.state': FindingState,
  'oversight.assent': AssentState,
  'oversight.kind': OpenedKind,
  'oversight.channel': OpeningChannel,
  'oversight.rule': OpeningRule,
  'oversight.class': RetentionClass,
};

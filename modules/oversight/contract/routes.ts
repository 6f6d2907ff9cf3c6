import { IsoDateTime, pageOf, Paging, route } from '@qantara/kernel';
import { PersonId } from '@qantara/people/contract';
import { z } from 'zod';
import { ConsentWatch } from './consent-watch.ts';
import { accessRoutes } from './access-routes.ts';
import { Decision, Finding, FindingId, FindingState, OpenFinding } from './finding.ts';
import { AskedExport, AssentId, ExportFile, LogExport, Word } from './log-export.ts';
import { AccountName, AccountSummary, AskedLog, LogPage } from './opening.ts';
import { HoldId, LegalHold, Retention } from './retention.ts';

const done = z.object({ done: z.literal(true) });
const SECOND = ['assent_not_found', 'assent_own', 'assent_closed'] as const;

const log = {
  listLog: route({
    path: 'GET /oversight/openings',
    may: 'oversight:read',
    input: AskedLog,
    output: LogPage,
    refusals: [],
    opens: true,
  }),
  findOpenedPeople: route({
    // A name is not put in an address; what comes back is identifiers alone.
    path: 'POST /oversight/people',
    may: 'oversight:read',
    input: z.object({ name: z.string().trim().min(2).max(200) }),
    output: z.object({ personIds: z.array(z.uuid()), hasMore: z.boolean() }),
    refusals: [],
    opens: true,
  }),
  listLogAccounts: route({
    path: 'GET /oversight/accounts',
    may: 'oversight:read',
    input: z.object({}),
    output: z.object({ accounts: z.array(AccountName) }),
    refusals: [],
  }),
  getAccountSummary: route({
    path: 'GET /oversight/accounts/:accountId',
    may: 'oversight:read',
    input: z.object({ accountId: z.uuid() }),
    output: AccountSummary,
    refusals: ['account_not_found'],
  }),
  listLogCheckpoints: route({
    path: 'GET /oversight/checkpoints',
    may: 'oversight:read',
    input: z.object({}),
    output: z.object({
      publicKey: z.string(),
      keepers: z.array(z.string()),
      checkpoints: z.array(
        z.object({
          number: z.number().int(),
          at: IsoDateTime,
          links: z.number().int(),
          digest: z.string(),
          keptBy: z.array(z.string()),
        }),
      ),
    }),
    refusals: [],
  }),
};

const consents = {
  getConsentWatch: route({
    path: 'GET /oversight/consents',
    may: 'oversight:read',
    input: z.object({}),
    output: ConsentWatch,
    refusals: [],
    opens: true,
  }),
};

const findings = {
  listFindings: route({
    path: 'GET /oversight/findings',
    may: 'oversight:read',
    input: Paging.extend({ state: FindingState.default('open') }),
    output: pageOf(Finding),
    refusals: [],
  }),
  getFinding: route({
    path: 'GET /oversight/findings/:findingId',
    may: 'oversight:read',
    input: z.object({ findingId: FindingId }),
    output: OpenFinding,
    refusals: ['finding_not_found'],
    opens: true,
  }),
  decideFinding: route({
    path: 'POST /oversight/findings/:findingId/decide',
    may: 'oversight:decide',
    input: Decision,
    output: Finding,
    refusals: ['finding_not_found', 'finding_own', 'finding_changed', 'decision_note_needed'],
  }),
};

const exporting = {
  listExports: route({
    path: 'GET /oversight/exports',
    may: 'oversight:agree',
    input: z.object({}),
    output: z.object({ exports: z.array(LogExport) }),
    refusals: [],
  }),
  askExport: route({
    path: 'POST /oversight/exports',
    may: 'oversight:export',
    input: AskedExport,
    output: z.object({ assentId: AssentId }),
    refusals: [],
  }),
  answerExport: route({
    path: 'POST /oversight/exports/:assentId/answer',
    may: 'oversight:agree',
    input: Word,
    output: done,
    refusals: SECOND,
  }),
  fetchExport: route({
    path: 'POST /oversight/exports/:assentId/fetch',
    may: 'oversight:export',
    input: z.object({ assentId: AssentId }),
    output: ExportFile,
    refusals: ['assent_not_found', 'assent_not_agreed', 'export_too_large'],
  }),
};

const retention = {
  getRetention: route({
    path: 'GET /oversight/retention',
    may: 'oversight:agree',
    input: z.object({}),
    output: Retention,
    refusals: [],
  }),
  tryRetention: route({
    path: 'POST /oversight/retention/trial',
    may: 'oversight:retain',
    input: z.object({}),
    output: done,
    refusals: [],
  }),
  askRetention: route({
    path: 'POST /oversight/retention/ask',
    may: 'oversight:retain',
    input: z.object({ reason: z.string().trim().min(10).max(500) }),
    output: z.object({ assentId: AssentId }),
    refusals: ['retention_begun'],
  }),
  answerRetention: route({
    path: 'POST /oversight/retention/:assentId/answer',
    may: 'oversight:agree',
    input: Word,
    output: done,
    refusals: SECOND,
  }),
  beginRetention: route({
    path: 'POST /oversight/retention/:assentId/begin',
    may: 'oversight:retain',
    input: z.object({ assentId: AssentId }),
    output: done,
    refusals: ['assent_not_found', 'assent_not_agreed', 'retention_begun'],
  }),
  setHold: route({
    path: 'POST /oversight/holds',
    may: 'oversight:retain',
    input: z.object({ personId: PersonId, reason: z.string().trim().min(10).max(500) }),
    output: LegalHold,
    refusals: ['hold_stands'],
  }),
  liftHold: route({
    path: 'POST /oversight/holds/:holdId/lift',
    may: 'oversight:retain',
    input: z.object({ holdId: HoldId }),
    output: done,
    refusals: ['hold_not_found'],
  }),
};

export const oversightRoutes = { ...log, ...consents, ...findings, ...exporting, ...retention, ...accessRoutes };

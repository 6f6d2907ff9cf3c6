import { randomUUID } from 'node:crypto';
import { permissionsOf } from '@qantara/identity/domain';
import { ANYONE, clientFor, translatorFor, type Actor, type Invoke, type WorkbookCell } from '@qantara/kernel';
import { createExecutor, MIGRATIONS, migrate, openDatabase, vaultOf, type Database } from '@qantara/platform';
import { catalogueOf } from '../apps/server/catalogues.ts';
import { modules } from '../apps/server/modules.ts';
import { exportsRoutes, type ExportFormat } from '../modules/exports/contract/index.ts';
import { cellsOf, headingsOf } from '../modules/exports/web/lines-of.ts';
import { tablePieces } from '../packages/ui/file/table-response.ts';
import { startPostgres } from './private-postgres.ts';

const ROWS = Number(process.argv[2] ?? 250_000);
const organisationId = randomUUID();
const accountId = randomUUID();
const navigator: Actor = {
  ...ANYONE,
  kind: 'account',
  accountId,
  organisationId,
  role: 'navigator',
  permissions: permissionsOf('navigator'),
};

/** As many people as rows, each with one referral that is over: what a large region has after some years. */
async function fill({ pool }: Database): Promise<void> {
  const values = [organisationId, accountId, ROWS];
  const statements = [
    `insert into organisations.organisation (organisation_id, name, sector, created_at, updated_at)
      select $1::uuid, '{"en": "House"}', 'association', now(), now() where $2::uuid is not null and $3::int > 0`,
    `insert into directory.need (need_code, name, sort) select 'food', '{"en": "Food"}', 1 where $1::uuid is not null
      and $2::uuid is not null and $3::int > 0`,
    `insert into people.person (person_id, display_name, steward_organisation_id, origin, created_at, updated_at)
      select gen_random_uuid(), 'Person ' || n, $1::uuid, 'staff', now(), now() from generate_series(1, $3::int) as n
      where $2::uuid is not null`,
    `insert into people.reach (circle_id, person_id, kind, basis_id) select $1::uuid, person_id, 'looks_after', person_id
      from people.person where $2::uuid is not null and $3::int > 0`,
    `insert into referrals.referral (person_id, referral_id, need_code, from_organisation_id, from_account_id, status, reason_code,
        priority, created_at, sent_at, ended_at)
      select person_id, gen_random_uuid(), 'food', $1::uuid, $2::uuid, 'cancelled', 'no_answer', 'routine', now(),
        now() - random() * interval '700 days', now() from people.person where $3::int > 0`,
  ];
  for (const text of statements) await pool.query({ text, values });
  await pool.query('analyze');
}

const megabytes = (bytes: number): number => Math.round(bytes / 1e6);

async function take(invoke: Invoke, format: ExportFormat): Promise<void> {
  const api = clientFor(exportsRoutes, invoke);
  const reader = { t: translatorFor('ar', catalogueOf('ar')), locale: 'ar' as const };
  const { exportId } = await api.startExport({ kind: 'referrals', format });
  const before = process.memoryUsage().rss;
  let [rows, bytes, most] = [0, 0, 0];
  async function* batches(): AsyncGenerator<WorkbookCell[][]> {
    for (let isWhole = false; !isWhole;) {
      const batch = await api.nextRows({ exportId });
      isWhole = batch.isWhole;
      rows += batch.rows.length;
      yield batch.rows.map((line) => cellsOf(line, reader));
    }
  }
  const began = performance.now();
  const table = {
    name: 'list',
    title: 'list',
    format,
    headings: headingsOf('referrals', reader.t),
    batches: batches(),
  };
  for await (const piece of tablePieces(table)) {
    bytes += piece.length;
    most = Math.max(most, process.memoryUsage().rss);
  }
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  process.stdout.write(
    `${format}: ${rows} rows, ${megabytes(bytes)} MB, ${seconds} s, ${megabytes(most - before)} MB more than before at the most\n`,
  );
}

const postgres = startPostgres();
try {
  const database = await openDatabase({ url: postgres.url, dataFolder: '', poolSize: 4 });
  await migrate(database, MIGRATIONS);
  await fill(database);
  const executor = createExecutor(modules, { database, vault: vaultOf('x'.repeat(32)), timeZone: 'Africa/Tunis' });
  const caller = { actor: navigator, locale: 'ar' as const, origin: 'bench', setSession: () => undefined };
  const invoke: Invoke = (path, input) => executor.call(path, input, { caller });
  for (const format of ['csv', 'xlsx'] as const) await take(invoke, format);
  await database.close();
} finally {
  postgres.stop();
}

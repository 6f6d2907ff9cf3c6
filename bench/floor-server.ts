import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { Pool } from 'pg';

type Query = { text: string; values: unknown[]; name?: string };

/** The bare SQL over the bare server: no session, no permission, no check, no audit. It is the floor, not a product. */
const pool = new Pool({
  connectionString: process.env['DATABASE_URL'],
  max: Number(process.env['QANTARA_POOL'] ?? 10),
});
const sql = (name: string): string => readFileSync(join(import.meta.dirname, 'sql', `${name}.sql`), 'utf8');
const [WORKLIST, CREATE, ANSWER, FHIR_SEARCH] = [sql('worklist'), sql('create'), sql('answer'), sql('fhir-search')];
/** What the product asks for each of the words. */
const SEARCHES = JSON.parse(readFileSync(process.env['BENCH_SEARCHES'] ?? '', 'utf8')) as Record<string, Query[]>;

function queryFor(url: URL, body: { personId?: string; referralId?: string; serviceIds?: string[] }): Query[] {
  switch (url.pathname) {
    case '/api/services':
      return SEARCHES[url.searchParams.get('words') ?? ''] ?? [];
    case '/api/worklist':
      return [{ name: 'worklist', text: WORKLIST, values: [process.env['BENCH_ORGANISATION']] }];
    case '/fhir/Task/_search':
      return [{ name: 'fhir-search', text: FHIR_SEARCH, values: [process.env['BENCH_ORGANISATION']] }];
    case '/api/referrals/accept': {
      const { BENCH_PARTNER: account, BENCH_PARTNER_ORGANISATION: organisation } = process.env;
      return [{ name: 'answer', text: ANSWER, values: [body.referralId, randomUUID(), account, organisation] }];
    }
    default: {
      const [organisation, account] = [process.env['BENCH_ORGANISATION'], process.env['BENCH_ACCOUNT']];
      const values = [
        body.personId,
        randomUUID(),
        body.serviceIds?.[0],
        organisation,
        organisation,
        account,
        randomUUID(),
      ];
      return [{ name: 'create', text: CREATE, values }];
    }
  }
}

/** One after the other, as the product asks them; the rows of all. */
async function askAll(queries: readonly Query[]): Promise<unknown[]> {
  const all: unknown[] = [];
  for (const query of queries) all.push(...(await pool.query(query)).rows);
  return all;
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const text = Buffer.concat(chunks).toString('utf8');
    const path = (request.url ?? '/').replace(/\/[0-9a-f-]{36}\//, '/');
    const queries = queryFor(new URL(path, 'http://floor'), text.startsWith('{') ? JSON.parse(text) : {});
    askAll(queries).then(
      (rows) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(rows)),
      (fault: unknown) => response.writeHead(500).end(String(fault)),
    );
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`listening ${typeof address === 'object' && address !== null ? address.port : 0}\n`);
});

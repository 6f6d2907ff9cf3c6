import { sql } from 'kysely';
import type { Call } from './call.ts';

/** By which address elsewhere a form is known. */
export async function saveCanonical({ ctx }: Call, url: string, formCode: string): Promise<void> {
  await ctx.db
    .insertInto('fhir.canonical')
    .values({ url, form_code: formCode })
    .onConflict((conflict) => conflict.column('url').doNothing())
    .execute();
}

export async function findFormCode({ ctx }: Call, url: string): Promise<string | undefined> {
  const row = await ctx.db.selectFrom('fhir.canonical').select('form_code').where('url', '=', url).executeTakeFirst();
  return row?.form_code;
}

/** The addresses of these forms, where they were brought with one. */
export async function loadCanonicals({ ctx }: Call, formCodes: readonly string[]): Promise<Map<string, string>> {
  const rows = await ctx.db
    .selectFrom('fhir.canonical')
    .select(['url', 'form_code'])
    .where(sql<boolean>`form_code = any (${[...formCodes]})`)
    .orderBy('url')
    .execute();
  return new Map(rows.map((row) => [row.form_code, row.url]));
}

import { sql } from 'kysely';
import { filtersOf, type Question } from '../domain/index.ts';
import type { Call } from './call.ts';

type Identifier = { system?: string | undefined; value?: string | undefined };
type Of = { personId: string; type: string; id: string };

const named = (identifiers: unknown): { system: string; value: string }[] => {
  const list = Array.isArray(identifiers) ? (identifiers as Identifier[]) : [];
  const whole = list.flatMap(({ system = '', value }) => (value === undefined ? [] : [{ system, value }]));
  return [...new Map(whole.map((one) => [`${one.system}|${one.value}`, one])).values()];
};

/** Keeps an organisation's own numbers of something, in place of those that it had given before. */
export async function saveIdentifiers(
  { ctx, organisationId }: Call,
  of: Of,
  { identifiers, isNew }: { identifiers: unknown; isNew: boolean },
): Promise<void> {
  const given = named(identifiers);
  if (!isNew)
    await ctx.db
      .deleteFrom('fhir.identifier')
      .where('person_id', '=', of.personId)
      .where('resource_id', '=', of.id)
      .where('organisation_id', '=', organisationId)
      .execute();
  if (given.length === 0) return;
  const rows = given.map(({ system, value }) => ({
    person_id: of.personId,
    resource_id: of.id,
    resource_type: of.type,
    organisation_id: organisationId,
    system,
    value,
    created_at: ctx.now,
  }));
  await ctx.db.insertInto('fhir.identifier').values(rows).execute();
}

/** The numbers that the caller's organisation gave to these. */
export async function loadIdentifiers(
  { ctx, organisationId }: Call,
  ids: readonly string[],
): Promise<Map<string, unknown[]>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('fhir.identifier')
    .select(['resource_id', 'system', 'value'])
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`resource_id = any (${[...ids]}::uuid[])`)
    .orderBy('system')
    .orderBy('value')
    .execute();
  const found = new Map<string, unknown[]>();
  for (const { resource_id: id, system, value } of rows)
    found.set(id, [...(found.get(id) ?? []), { ...(system === '' ? {} : { system }), value }]);
  return found;
}

/** The identifiers of what has the numbers that a search names; null where it names none. */
export async function idsWithIdentifier({ ctx, organisationId }: Call, question: Question): Promise<string[] | null> {
  const [asked] = filtersOf(question, 'token', 'identifier');
  if (asked === undefined) return null;
  const rows = await ctx.db
    .selectFrom('fhir.identifier')
    .select('resource_id')
    .where('organisation_id', '=', organisationId)
    .where('resource_type', '=', question.type)
    .where((eb) =>
      eb.or(
        asked.values.map(({ system, code }) =>
          eb.and([eb('value', '=', code), ...(system === null ? [] : [eb('system', '=', system)])]),
        ),
      ),
    )
    .limit(200)
    .execute();
  return [...new Set(rows.map((row) => row.resource_id))];
}

/** Holds one record until the transaction ends, so that of two that write over one version the second meets the first's. */
export async function holdRecord({ ctx }: Call, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`fhir ${name}`}, 0))`.execute(ctx.db);
}

/** Holds a condition of this organisation until the transaction ends, so that of two that create under it one finds the other's. */
export async function holdCondition({ ctx, organisationId }: Call, condition: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`fhir ${organisationId} ${condition}`}, 0))`.execute(
    ctx.db,
  );
}

import { newId, type LocalizedText } from '@qantara/kernel';
import type { AnswerChannel } from '@qantara/forms/contract';
import { sql, type Kysely } from 'kysely';
import type { Finding, Screening, ScreeningId, WaitingRequest } from '../contract/index.ts';
import type { ScreeningTables } from './tables.gen.ts';

type Db = Kysely<ScreeningTables>;
type Findings = { needCode: string; needName: LocalizedText; hasNeed: boolean | null; wantsHelp: boolean | null }[];

/** A screening with its findings and their names: one query, whoever asks. The caller narrows it. */
function selectScreenings(db: Db) {
  return db
    .selectFrom('screening.screening as screening')
    .selectAll('screening')
    .select((eb) =>
      eb
        .selectFrom('screening.finding as finding')
        .innerJoin('directory.published_need as need', 'need.need_code', 'finding.need_code')
        .whereRef('finding.person_id', '=', 'screening.person_id')
        .whereRef('finding.screening_id', '=', 'screening.screening_id')
        .select(
          sql<Findings>`coalesce(jsonb_agg(jsonb_build_object('needCode', finding.need_code, 'needName', need.name,
            'hasNeed', finding.has_need, 'wantsHelp', finding.wants_help) order by need.sort), '[]')`.as('list'),
        )
        .as('findings'),
    );
}

type Row = Awaited<ReturnType<ReturnType<typeof selectScreenings>['execute']>>[number];

function toScreening(row: Row): Screening {
  return {
    screeningId: row.screening_id as ScreeningId,
    personId: row.person_id,
    channel: row.channel,
    status: row.status,
    isUrgent: row.is_urgent,
    areaId: row.area_id,
    receivedAt: row.received_at.toISOString(),
    takenAt: row.taken_at?.toISOString() ?? null,
    findings: row.findings ?? [],
    version: row.version,
  };
}

export type NewScreening = {
  personId: string;
  responseId: string;
  channel: AnswerChannel;
  isUrgent: boolean;
  areaId: string | null;
  findings: Finding[];
  /** Who took it at once, because they were there; null where it waits. */
  takenBy: { accountId: string; organisationId: string } | null;
  /** The partner by whose own site it came. */
  sourceOrganisationId?: string | null;
  now: Date;
};

export async function insertScreening(db: Db, screening: NewScreening): Promise<Screening> {
  const { takenBy, now } = screening;
  const screeningId = newId<'ScreeningId'>(now.getTime());
  await db
    .insertInto('screening.screening')
    .values({
      person_id: screening.personId,
      screening_id: screeningId,
      response_id: screening.responseId,
      channel: screening.channel,
      status: takenBy === null ? 'waiting' : 'taken',
      is_urgent: screening.isUrgent,
      organisation_id: takenBy?.organisationId ?? null,
      account_id: takenBy?.accountId ?? null,
      area_id: screening.areaId,
      source_organisation_id: screening.sourceOrganisationId ?? null,
      received_at: now,
      taken_at: takenBy === null ? null : now,
    })
    .execute();
  if (screening.findings.length > 0)
    await db
      .insertInto('screening.finding')
      .values(
        screening.findings.map((finding) => ({
          person_id: screening.personId,
          screening_id: screeningId,
          need_code: finding.needCode,
          has_need: finding.hasNeed,
          wants_help: finding.wantsHelp,
        })),
      )
      .execute();
  return getScreening(db, screening.personId, screeningId);
}

export async function getScreening(db: Db, personId: string, screeningId: string): Promise<Screening> {
  const row = await selectScreenings(db)
    .where('screening.person_id', '=', personId)
    .where('screening.screening_id', '=', screeningId)
    .executeTakeFirstOrThrow();
  return toScreening(row);
}

/** The screening, held until the transaction ends: two navigators who take one request take it one after the other. */
export async function lockScreening(db: Db, screeningId: string) {
  return db
    .selectFrom('screening.screening')
    .selectAll()
    .where('screening_id', '=', screeningId)
    .forUpdate()
    .executeTakeFirst();
}

/** What of a person's own is waiting or taken, held until the transaction ends. */
export async function lockLiveOf(db: Db, personId: string) {
  return db
    .selectFrom('screening.screening')
    .select('screening_id')
    .where('person_id', '=', personId)
    .where('status', 'in', ['waiting', 'taken'])
    .orderBy('screening_id')
    .forUpdate()
    .execute();
}

export async function listScreenings(db: Db, recordIds: readonly string[]): Promise<Screening[]> {
  const rows = await selectScreenings(db)
    .where('screening.person_id', 'in', recordIds)
    .orderBy('screening.received_at', 'desc')
    .limit(100)
    .execute();
  return rows.map(toScreening);
}

export async function saveTaken(
  db: Db,
  taken: { personId: string; screeningId: string; accountId: string; organisationId: string; now: Date },
): Promise<void> {
  await db
    .updateTable('screening.screening')
    .set((eb) => ({
      status: 'taken',
      account_id: taken.accountId,
      organisation_id: taken.organisationId,
      taken_at: taken.now,
      version: eb('version', '+', 1),
    }))
    .where('person_id', '=', taken.personId)
    .where('screening_id', '=', taken.screeningId)
    .execute();
}

export async function saveClosed(db: Db, closed: { personId: string; screeningId: string; now: Date }): Promise<void> {
  await db
    .updateTable('screening.screening')
    .set((eb) => ({ status: 'closed', closed_at: closed.now, version: eb('version', '+', 1) }))
    .where('person_id', '=', closed.personId)
    .where('screening_id', '=', closed.screeningId)
    .execute();
}

function selectRequests(db: Db) {
  return selectScreenings(db)
    .leftJoin('territory.published_area as area', 'area.area_id', 'screening.area_id')
    .leftJoin(
      'organisations.published_organisation as source',
      'source.organisation_id',
      'screening.source_organisation_id',
    )
    .select(['area.name as area_name', 'source.name as source_name']);
}

function toRequest(row: Row & { area_name: unknown; source_name: unknown }): WaitingRequest {
  return {
    screeningId: row.screening_id as ScreeningId,
    isUrgent: row.is_urgent,
    areaName: row.area_name as LocalizedText | null,
    sourceName: row.source_name as LocalizedText | null,
    receivedAt: row.received_at.toISOString(),
    needNames: (row.findings ?? []).filter((finding) => finding.wantsHelp === true).map((finding) => finding.needName),
  };
}

/** The requests that nobody has taken, the urgent first, then the oldest: nobody waits for ever. */
export async function listWaitingRequests(db: Db, limit: number): Promise<WaitingRequest[]> {
  const rows = await selectRequests(db)
    .where(sql<boolean>`screening.status = 'waiting'`)
    .orderBy('screening.is_urgent', 'desc')
    .orderBy('screening.received_at')
    .limit(limit)
    .execute();
  return rows.map(toRequest);
}

/** What this navigator took and has not closed. */
export async function listTakenRequests(db: Db, accountId: string): Promise<(WaitingRequest & { personId: string })[]> {
  const rows = await selectRequests(db)
    .where(sql<boolean>`screening.status = 'taken'`)
    .where('screening.account_id', '=', accountId)
    .orderBy('screening.taken_at', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({ ...toRequest(row), personId: row.person_id }));
}

/** Of these needs, those that the region knows. */
export async function listKnownNeeds(db: Db, needCodes: string[]): Promise<string[]> {
  if (needCodes.length === 0) return [];
  const rows = await db
    .selectFrom('directory.published_need')
    .select('need_code')
    .where('need_code', 'in', needCodes)
    .execute();
  return rows.flatMap((row) => row.need_code ?? []);
}

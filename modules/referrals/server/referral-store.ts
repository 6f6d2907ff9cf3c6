import type { Actor } from '@qantara/kernel';
import { newId } from '@qantara/kernel';
import { classesOf } from '@qantara/people/domain';
import type { Kysely } from 'kysely';
import type { Referral, ReferralId, ReferralStatus, Side, TakeStep } from '../contract/index.ts';
import { dueValues, type DueColumns, type ReferralRow } from './referral-row.ts';
import type { Link } from '../domain/index.ts';
import type { ReferralsTables } from './tables.gen.ts';

type Db = Kysely<ReferralsTables>;

function iso(moment: Date | null): string | null {
  return moment?.toISOString() ?? null;
}

export function toReferral(row: ReferralRow): Referral {
  return {
    referralId: row.referral_id as ReferralId,
    personId: row.person_id,
    screeningId: row.screening_id,
    needCode: row.need_code,
    serviceId: row.service_id,
    organisationId: row.organisation_id,
    fromOrganisationId: row.from_organisation_id,
    navigatorAccountId: row.from_account_id,
    followsReferralId: row.follows_referral_id,
    partOfReferralId: row.part_of_referral_id,
    depth: row.depth,
    status: row.status,
    reasonCode: row.reason_code as Referral['reasonCode'],
    priority: row.priority,
    recordClass: row.record_class,
    note: row.note,
    outcomeCode: row.outcome_code as Referral['outcomeCode'],
    createdAt: row.created_at.toISOString(),
    sentAt: iso(row.sent_at),
    dueAt: iso(row.due_at),
    escalatedAt: iso(row.escalated_at),
    answeredAt: iso(row.answered_at),
    endedAt: iso(row.ended_at),
    confirmation: row.confirmation,
    confirmedAt: iso(row.confirmed_at),
    version: row.version,
  };
}

/** The referrals that this actor's organisation sent or was sent: `domain/policy.ts` as SQL. Every read starts here. */
function visibleTo(db: Db, actor: Actor) {
  const { organisationId, accountId, permissions } = actor;
  return db
    .selectFrom('referrals.referral')
    .where((eb) => eb.or([eb('record_class', 'in', classesOf(actor)), eb('from_account_id', '=', accountId)]))
    .where((eb) =>
      eb.or([
        ...(permissions.has('referral:answer') ? [eb('organisation_id', '=', organisationId)] : []),
        ...(permissions.has('referral:send')
          ? [
              permissions.has('scope:self')
                ? eb('from_account_id', '=', accountId)
                : eb('from_organisation_id', '=', organisationId),
            ]
          : []),
        eb.val(false),
      ]),
    );
}

export async function findReferral(db: Db, actor: Actor, referralId: string): Promise<ReferralRow | undefined> {
  return visibleTo(db, actor).selectAll().where('referral_id', '=', referralId).executeTakeFirst();
}

/** One referral of a person, whoever asks: for the system's own work. */
export async function findReferralOf(db: Db, personId: string, referralId: string): Promise<ReferralRow | undefined> {
  return db
    .selectFrom('referrals.referral')
    .selectAll()
    .where('person_id', '=', personId)
    .where('referral_id', '=', referralId)
    .executeTakeFirst();
}

/** The same, held until the transaction ends, so that two answers are one after the other. */
export async function lockReferral(db: Db, actor: Actor, referralId: string): Promise<ReferralRow | undefined> {
  return visibleTo(db, actor).selectAll().where('referral_id', '=', referralId).forUpdate().executeTakeFirst();
}

/** A referral for a use case of the system, held until the transaction ends. */
export async function lockReferralOf(db: Db, personId: string, referralId: string): Promise<ReferralRow | undefined> {
  return db
    .selectFrom('referrals.referral')
    .selectAll()
    .where('person_id', '=', personId)
    .where('referral_id', '=', referralId)
    .forUpdate()
    .executeTakeFirst();
}

/** What of a person's referrals follows what, or is a part of it. */
export async function listLinks(db: Db, personId: string): Promise<Link[]> {
  const rows = await db
    .selectFrom('referrals.referral')
    .select(['referral_id', 'service_id', 'follows_referral_id', 'part_of_referral_id'])
    .where('person_id', '=', personId)
    .execute();
  return rows.map((row) => ({
    referralId: row.referral_id,
    serviceId: row.service_id,
    followsReferralId: row.follows_referral_id,
    partOfReferralId: row.part_of_referral_id,
  }));
}

/** What one colleague looks after and is not ended, as far as this actor may know of it; one of it where one is named. */
export async function lockOpenOf(
  db: Db,
  actor: Actor,
  of: { fromAccountId: string; referralId: string | null },
): Promise<ReferralRow[]> {
  return visibleTo(db, actor)
    .selectAll()
    .where('from_organisation_id', '=', actor.organisationId)
    .where('from_account_id', '=', of.fromAccountId)
    .where('status', 'in', ['requested', 'accepted', 'in-progress', 'on-hold'])
    .$if(of.referralId !== null, (query) => query.where('referral_id', '=', of.referralId ?? ''))
    .orderBy('referral_id')
    .forUpdate()
    .execute();
}

/** The referrals of one person that this actor may see, newest first; a person may have several records. */
export async function listReferralRows(db: Db, actor: Actor, recordIds: readonly string[]): Promise<ReferralRow[]> {
  return visibleTo(db, actor)
    .selectAll()
    .where('person_id', 'in', recordIds)
    .orderBy('created_at', 'desc')
    .orderBy('referral_id', 'desc')
    .limit(200)
    .execute();
}

/** Of these referrals those that this actor may see, newest first. */
export async function listVisibleRows(
  db: Db,
  actor: Actor,
  of: { referralIds: readonly string[]; limit: number },
): Promise<ReferralRow[]> {
  if (of.referralIds.length === 0) return [];
  return visibleTo(db, actor)
    .selectAll()
    .where('referral_id', 'in', [...of.referralIds])
    .orderBy('sent_at', 'desc')
    .orderBy('referral_id', 'desc')
    .limit(of.limit)
    .execute();
}

/** What this actor's organisation was asked and has not answered, the longest waiting first. */
export async function listWaitingRows(db: Db, actor: Actor, limit: number): Promise<ReferralRow[]> {
  return visibleTo(db, actor)
    .selectAll()
    .where('organisation_id', '=', actor.organisationId)
    .where('status', '=', 'requested')
    .orderBy('sent_at')
    .orderBy('referral_id')
    .limit(limit)
    .execute();
}

/** A person's own referrals: the caller is that person. A draft is nobody's business yet. */
export async function listOwnReferralRows(db: Db, personId: string): Promise<ReferralRow[]> {
  return db
    .selectFrom('referrals.referral')
    .selectAll()
    .where('person_id', '=', personId)
    .where('status', 'not in', ['draft', 'entered-in-error'])
    .orderBy('sent_at', 'desc')
    .orderBy('referral_id', 'desc')
    .execute();
}

/** One of a person's own referrals, held until the transaction ends: their word and a partner's step come one after the other. */
export async function lockOwnReferral(db: Db, personId: string, referralId: string): Promise<ReferralRow | undefined> {
  return db
    .selectFrom('referrals.referral')
    .selectAll()
    .where('person_id', '=', personId)
    .where('referral_id', '=', referralId)
    .where('status', 'not in', ['draft', 'entered-in-error'])
    .forUpdate()
    .executeTakeFirst();
}

export type NewReferralRow = Omit<
  ReferralRow,
  'reason_code' | 'outcome_code' | 'answered_at' | 'ended_at' | 'confirmation' | 'confirmed_at' | 'version'
>;

/** Writes a referral that is sent at once, with its first step, in one statement. */
export async function insertSent(db: Db, actor: Actor, row: NewReferralRow): Promise<ReferralRow> {
  const sent = { row, step: 'send', from: 'draft', to: 'requested', side: 'requester' } as const;
  const step = stepValues({ ...sent, reasonCode: null, note: '', actor, now: row.created_at });
  return db
    .with('sent', (qb) =>
      qb
        .insertInto('referrals.referral')
        .values({ ...row, ...dueValues(row) })
        .returningAll(),
    )
    .with('step', (qb) => qb.insertInto('referrals.referral_step').values(step))
    .selectFrom('sent')
    .selectAll()
    .executeTakeFirstOrThrow();
}

export type StatusChange = {
  row: ReferralRow;
  status: ReferralStatus;
  taken: TakeStep;
  due: DueColumns;
  isAnswer: boolean;
  isEnded: boolean;
  now: Date;
};

export async function saveStatus(db: Db, change: StatusChange): Promise<ReferralRow> {
  const { row, now } = change;
  return db
    .updateTable('referrals.referral')
    .set({
      status: change.status,
      reason_code: change.taken.reasonCode,
      outcome_code: change.taken.outcomeCode,
      ...dueValues(change.due),
      answered_at: change.isAnswer ? now : row.answered_at,
      ended_at: change.isEnded ? now : null,
      version: row.version + 1,
    })
    .where('person_id', '=', row.person_id)
    .where('referral_id', '=', row.referral_id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export type NewStep = {
  row: Pick<ReferralRow, 'person_id' | 'referral_id'>;
  step: string;
  from: ReferralStatus;
  to: ReferralStatus;
  reasonCode: string | null;
  note: string;
  side: Side;
  actor: Actor;
  now: Date;
};

function stepValues(step: NewStep) {
  return {
    person_id: step.row.person_id,
    referral_id: step.row.referral_id,
    step_id: newId(step.now.getTime()),
    step: step.step,
    from_status: step.from,
    to_status: step.to,
    reason_code: step.reasonCode,
    note: step.note === '' ? null : step.note,
    account_id: step.actor.accountId,
    organisation_id: step.actor.organisationId,
    side: step.side,
    how: step.actor.by ?? ('account' as const),
    at: step.now,
  };
}

export async function insertStep(db: Db, step: NewStep): Promise<void> {
  await insertSteps(db, [step]);
}

export async function insertSteps(db: Db, steps: readonly NewStep[]): Promise<void> {
  await db.insertInto('referrals.referral_step').values(steps.map(stepValues)).execute();
}

export async function listSteps(db: Db, row: Pick<ReferralRow, 'person_id' | 'referral_id'>) {
  return db
    .selectFrom('referrals.referral_step')
    .leftJoin(
      'organisations.published_organisation',
      'organisations.published_organisation.organisation_id',
      'referrals.referral_step.organisation_id',
    )
    .select(['step', 'from_status', 'to_status', 'reason_code', 'note', 'side', 'how', 'at'])
    .select('organisations.published_organisation.name as organisation_name')
    .where('person_id', '=', row.person_id)
    .where('referral_id', '=', row.referral_id)
    .orderBy('at')
    .orderBy('step_id')
    .execute();
}

import type { LocalizedText } from '@qantara/kernel';
import type { AnyCtx, Ctx } from '@qantara/platform';
import { listAgreedWith } from '@qantara/agreements/server';
import { listClosedAccounts } from '@qantara/identity/server';
import { classesOf } from '@qantara/people/domain';
import { listSharedNames, listPersonCards } from '@qantara/people/server';
import { sql, type SqlBool } from 'kysely';
import type { z } from 'zod';
import type { Worklist, WorklistInput, WorklistItem } from '../contract/index.ts';
import type { ReferralsTables } from './tables.gen.ts';
import { listWithdrawnReferrals } from './withdrawn-view.ts';

const PAGE = 50;
/** Beyond this a count says "more than": counting a million to print a number helps nobody. */
const MOST_COUNTED = 1000;
const DUE_SOON_MS = 48 * 3600_000;

type Input = z.output<typeof WorklistInput>;
type View = Input['view'];
type Own = 'organisation_id' | 'from_organisation_id';
/** Whose desk it is, and the closed accounts of that organisation, for whoever leads there. */
type Desk = { own: Own; closed: readonly string[] };

function ownedBy(ctx: Ctx<ReferralsTables>, own: Own) {
  const { accountId, organisationId } = ctx.actor;
  const known = sql<SqlBool>`(referral.record_class = any (${classesOf(ctx.actor)}::text[]) or referral.from_account_id = ${accountId})`;
  return ctx.db.selectFrom('referrals.referral as referral').where(`referral.${own}`, '=', organisationId).where(known);
}

/** Of what is open: what a navigator's lead was told of, and what somebody looked after whose account is closed. */
function ofLead(open: ReturnType<typeof ownedBy>, view: View, closed: readonly string[]) {
  if (view === 'escalated') return open.where('referral.escalated_at', 'is not', null);
  return open.where(sql<SqlBool>`referral.from_account_id = any (${[...closed]}::uuid[])`);
}

/** The conditions are written as the partial indexes have them, so that each view is read off one. */
function narrowed(ctx: Ctx<ReferralsTables>, { own, closed }: Desk, view: View) {
  const owned = ownedBy(ctx, own);
  if (view === 'new') return owned.where(sql<SqlBool>`referral.status = 'requested'`);
  const open = owned.where(sql<SqlBool>`referral.status in ('requested', 'accepted', 'in-progress', 'on-hold')`);
  if (view === 'escalated' || view === 'nobodys') return ofLead(open, view, closed);
  const soon = new Date(ctx.now.getTime() + DUE_SOON_MS);
  if (view === 'due') return open.where('referral.due_at', '>=', ctx.now).where('referral.due_at', '<', soon);
  return view === 'overdue' ? open.where('referral.due_at', '<', ctx.now) : open;
}

function after(place: string) {
  const [sentAt, referralId] = place.split('~');
  return sql<SqlBool>`(referral.sent_at, referral.referral_id) < (${sentAt}::timestamptz, ${referralId}::uuid)`;
}

/** Where the next page begins: after this row. */
function placeOf(row: Row | undefined): string | null {
  return row?.sent_at ? `${row.sent_at.toISOString()}~${row.referral_id}` : null;
}

function selectItems(ctx: Ctx<ReferralsTables>, desk: Desk, input: Input) {
  const other = desk.own === 'organisation_id' ? 'from_organisation_id' : 'organisation_id';
  return narrowed(ctx, desk, input.view)
    .$if(input.before !== undefined, (query) => query.where(after(input.before ?? '')))
    .innerJoin('directory.published_need as need', 'need.need_code', 'referral.need_code')
    .leftJoin('directory.published_service as service', 'service.service_id', 'referral.service_id')
    .leftJoin('organisations.published_organisation as other', 'other.organisation_id', `referral.${other}`)
    .select([
      'referral.referral_id',
      'referral.person_id',
      'referral.from_organisation_id',
      'referral.status',
      'referral.reason_code',
      'referral.priority',
    ])
    .select([
      'referral.sent_at',
      'referral.due_at',
      'need.name as need',
      'service.name as service',
      'other.name as other',
    ])
    .orderBy('referral.sent_at', 'desc')
    .orderBy('referral.referral_id', 'desc')
    .limit(sql.lit(PAGE + 1));
}

/** What a name is looked up by. */
type Named = Pick<Row, 'referral_id' | 'person_id' | 'from_organisation_id'>;
type Row = Awaited<ReturnType<ReturnType<typeof selectItems>['execute']>>[number];

/**
 * Of what a partner was sent: the names that the person's consent, or what stands in its place, lets it know now, and that an agreement
 * with whoever sent it lets pass, where one is needed.
 */
export async function listSharedWith(ctx: AnyCtx, rows: readonly Named[]): Promise<Map<string, string | null>> {
  const organisationId = ctx.actor.organisationId ?? '';
  const senders = rows.map((row) => row.from_organisation_id);
  // A bond binds both ways: whom the partner has it with has it with the partner.
  const agreed = await listAgreedWith(ctx, {
    from: organisationId,
    to: senders,
    purpose: 'referral',
    categories: ['identity'],
  });
  const personIds = rows.map((row) => row.person_id);
  const names = await listSharedNames(ctx, personIds, organisationId);
  return new Map(
    rows.map((row) => {
      const shared = names.get(row.person_id);
      const passes = shared !== undefined && (!shared.needsAgreement || agreed.has(row.from_organisation_id));
      return [row.referral_id, passes ? shared.name : null];
    }),
  );
}

/** The names of a page of referrals, by referral. */
export async function listWorkNames(
  ctx: Ctx<ReferralsTables>,
  own: Own,
  rows: readonly Named[],
): Promise<Map<string, string | null>> {
  if (own === 'organisation_id') return listSharedWith(ctx, rows);
  const personIds = rows.map((row) => row.person_id);
  const cards = await listPersonCards(ctx, personIds);
  return new Map(rows.map((row) => [row.referral_id, cards.get(row.person_id)?.displayName ?? null]));
}

function toItem(row: Row, names: Map<string, string | null>, now: Date): z.input<typeof WorklistItem> {
  const dueAt = row.due_at ?? row.sent_at ?? now;
  return {
    referralId: row.referral_id,
    personId: row.person_id,
    personName: names.get(row.referral_id) ?? null,
    needName: row.need as LocalizedText,
    serviceName: row.service as LocalizedText | null,
    otherOrganisationName: row.other as LocalizedText | null,
    status: row.status,
    reasonCode: row.reason_code as z.input<typeof WorklistItem>['reasonCode'],
    priority: row.priority,
    sentAt: (row.sent_at ?? now).toISOString(),
    dueAt: dueAt.toISOString(),
    isOverdue: dueAt < now,
  };
}

/** How many there are of each kind, in one statement; beyond the most that is counted it says that many. */
async function count(ctx: Ctx<ReferralsTables>, desk: Desk): Promise<Worklist['counts']> {
  const upTo = (view: View) => {
    const found = narrowed(ctx, desk, view)
      .select(sql`1`.as('one'))
      .limit(sql.lit(MOST_COUNTED));
    return sql`(select count(*)::int from (${found}) as found)`;
  };
  const escalated = leads(ctx) ? upTo('escalated') : sql`0`;
  const nobodys = desk.closed.length > 0 ? upTo('nobodys') : sql`0`;
  const counted = await sql<Worklist['counts']>`
    select ${upTo('new')} as new, ${upTo('due')} as due, ${upTo('overdue')} as overdue, ${escalated} as escalated,
      ${nobodys} as nobodys`.execute(ctx.db);
  return counted.rows[0] ?? { new: 0, due: 0, overdue: 0, escalated: 0, nobodys: 0 };
}

function leads({ actor }: Ctx<ReferralsTables>): boolean {
  return actor.permissions.has('referral:lead') && !actor.permissions.has('referral:answer');
}

async function deskOf(ctx: Ctx<ReferralsTables>): Promise<Desk> {
  const own: Own = ctx.actor.permissions.has('referral:answer') ? 'organisation_id' : 'from_organisation_id';
  return { own, closed: leads(ctx) ? await listClosedAccounts(ctx, ctx.actor.organisationId ?? '') : [] };
}

/**
 * What is on this organisation's desk: for a partner what it was sent, for a navigator what they sent, newest first,
 * fifty at a time. A partner sees a name only under a live consent.
 */
export async function getWorklist(ctx: Ctx<ReferralsTables>, input: Input): Promise<z.input<typeof Worklist>> {
  const desk = await deskOf(ctx);
  const { own } = desk;
  const found = await selectItems(ctx, desk, input).execute();
  const rows = found.slice(0, PAGE);
  const names = await listWorkNames(ctx, own, rows);
  return {
    items: rows.map((row) => toItem(row, names, ctx.now)),
    counts: await count(ctx, desk),
    withdrawn: own === 'organisation_id' ? await listWithdrawnReferrals(ctx) : [],
    next: found.length > PAGE ? placeOf(rows.at(-1)) : null,
  };
}

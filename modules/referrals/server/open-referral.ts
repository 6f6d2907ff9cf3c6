import { refuse, type LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import { listBases, type SharingWords } from '@qantara/people/domain';
import { listAgreedCategories } from '@qantara/agreements/server';
import {
  findPersonForUseCase,
  findVisiblePerson,
  listRecordsOfPerson,
  loadSharingWords,
  safeContactOf,
} from '@qantara/people/server';
import type { DataCategory, Person } from '@qantara/people/contract';
import type {
  ChainLink,
  OnwardKind,
  OpenReferral,
  Referral,
  ReferralEntry,
  ReferredPerson,
} from '../contract/index.ts';
import { chainOf, sideOf, stepsFor } from '../domain/index.ts';
import { listOnward } from './onward/onward-store.ts';
import { listNames } from './names-view.ts';
import type { ReferralRow } from './referral-row.ts';
import { findReferral, listReferralRows, listSteps, toReferral } from './referral-store.ts';
import { explainDue } from './deadlines/set-deadline.ts';
import { listWaiting } from './waiting/wait-store.ts';
import { listWords } from './own/word-store.ts';
import type { ReferralsTables } from './tables.gen.ts';
import type { z } from 'zod';

type Tables = ReferralsTables;
/** What the partner may know of the person now: each kind of data only under a consent that is live at this moment. */
async function shared(
  ctx: Ctx<Tables>,
  person: Person | undefined,
  covers: (category: DataCategory) => boolean,
): Promise<z.infer<typeof ReferredPerson> | null> {
  if (person === undefined || !covers('identity')) return null;
  const contact = await safeContactOf(ctx, person);
  const contacts =
    covers('contact') && contact.mayContact ? contact.ways.filter(({ refused }) => refused !== 'not_safe') : [];
  return {
    displayName: person.displayName,
    birthYear: person.birthYear,
    languages: person.languages,
    mayContact: contact.mayContact,
    contactPoints: contacts,
  };
}

type Agreed = ReadonlySet<DataCategory> | 'all';

/**
 * What the person agreed to, or what stands in its place, and what the organisations agreed to where that is needed: all must still
 * hold, now.
 */
function coversFor(words: SharingWords, recipient: string, of: { at: Date; agreed: Agreed }) {
  const { at, agreed } = of;
  const isAgreed = (category: DataCategory): boolean => agreed === 'all' || agreed.has(category);
  return (category: DataCategory): boolean =>
    listBases(words, {
      purpose: 'referral',
      recipient,
      categories: [category],
      at,
    }).some(({ needsAgreement }) => !needsAgreement || isAgreed(category));
}

async function listHistory(ctx: Ctx<Tables>, row: ReferralRow): Promise<z.infer<typeof ReferralEntry>[]> {
  const steps = await listSteps(ctx.db, row);
  return steps.map((step) => ({
    step: step.step,
    fromStatus: step.from_status as ReferralRow['status'],
    toStatus: step.to_status as ReferralRow['status'],
    reasonCode: step.reason_code as z.infer<typeof ReferralEntry>['reasonCode'],
    note: step.note,
    side: step.side,
    how: step.how,
    organisationName: step.organisation_name as LocalizedText | null,
    at: step.at.toISOString(),
  }));
}

async function readAs(ctx: Ctx<Tables>, row: ReferralRow, side: 'target' | 'requester') {
  const person = await findPersonForUseCase(ctx, row.person_id);
  if (side === 'requester') return { person: await shared(ctx, person, () => true), note: row.note };
  const recipient = row.organisation_id ?? refuse('referral_not_found');
  const between = { from: row.from_organisation_id, to: recipient, purpose: 'referral' as const };
  const agreed = await listAgreedCategories(ctx, between);
  const covers = coversFor(await loadSharingWords(ctx, row.person_id), recipient, { at: ctx.now, agreed });
  return {
    person: await shared(ctx, person, covers),
    note: covers('note') ? row.note : null,
  };
}

/** The story of a request that went on, for who asked first: what they sent, and what came of it at whoever it reached. */
async function listChain(ctx: Ctx<Tables>, row: ReferralRow): Promise<ChainLink[]> {
  const rows = await listReferralRows(ctx.db, ctx.actor, [row.person_id]);
  const links: Referral[] = rows.map(toReferral);
  const chain = chainOf(links, row.referral_id);
  if (chain.length < 2) return [];
  const names = await listNames(ctx.db, rows);
  return chain.map((link) => ({
    referralId: link.referralId,
    kind: kindOf(link),
    depth: link.depth,
    serviceName: names.get(link.referralId)?.serviceName ?? null,
    organisationName: names.get(link.referralId)?.organisationName ?? null,
    status: link.status,
    reasonCode: link.reasonCode,
    sentAt: link.sentAt,
  }));
}

function kindOf({ followsReferralId, partOfReferralId }: Referral): OnwardKind | null {
  if (followsReferralId !== null) return 'refer_on';
  return partOfReferralId === null ? null : 'split';
}

/** Opens a referral for one of its two sides; for anyone else it does not exist. The opening is recorded. */
export async function getReferral(ctx: Ctx<Tables>, { referralId }: { referralId: string }): Promise<OpenReferral> {
  return openReferral(ctx, { referralId, rule: 'party' });
}

/** The same for a higher module, which says by which rule it is opened; by none where it shows nothing about the person. */
export async function openReferral(
  anyCtx: AnyCtx,
  { referralId, rule }: { referralId: string; rule: string | null },
): Promise<OpenReferral> {
  const ctx = withTables<Tables>(anyCtx);
  const row = (await findReferral(ctx.db, ctx.actor, referralId)) ?? refuse('referral_not_found');
  const side = sideOf(ctx.actor, { organisationId: row.organisation_id, fromOrganisationId: row.from_organisation_id });
  if (side !== 'target' && side !== 'requester') return refuse('referral_not_found');
  const names = (await listNames(ctx.db, [row])).get(referralId) ?? refuse('referral_not_found');
  const { person, note } = await readAs(ctx, row, side);
  if (rule !== null) ctx.noteAccess({ personId: row.person_id, kind: 'referral', subjectId: referralId, rule });
  return {
    referral: { ...toReferral(row), note },
    ...names,
    person,
    why: await explainDue(ctx, row),
    chain: side === 'requester' ? await listChain(ctx, row) : [],
    onward: await listOnward(ctx, row),
    waiting: (await listWaiting(ctx, [row])).get(referralId) ?? null,
    said: side === 'requester' ? ((await listWords(ctx, [row])).get(referralId) ?? []) : [],
    history: await listHistory(ctx, row),
    side,
    may: stepsFor(row.status, side),
  };
}

/** Every referral of a person that the navigator's organisation sent. */
export async function listReferralsOf(ctx: Ctx<Tables>, { personId }: { personId: string }) {
  if ((await findVisiblePerson(ctx, personId)) === undefined) refuse('person_not_found');
  const rows = await listReferralRows(ctx.db, ctx.actor, await listRecordsOfPerson(ctx, personId));
  const names = await listNames(ctx.db, rows);
  ctx.noteAccess({ personId, kind: 'referrals' });
  return {
    referrals: rows.flatMap((row) => {
      const named = names.get(row.referral_id);
      return named === undefined ? [] : [{ referral: toReferral(row), ...named }];
    }),
  };
}

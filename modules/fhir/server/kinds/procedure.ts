import { listReferralPage, openReferral, type PagedReferral, type ReferralQuestion } from '@qantara/referrals/server';
import {
  codesAsked,
  codesRuledOut,
  cursorOf,
  filtersOf,
  hasCode,
  idsAsked,
  isUuid,
  partsOfCursor,
  procedureOf,
  tokensOf,
  type Concept,
  type Question,
  type Resource,
} from '../../domain/index.ts';
import { NOTHING, paged, type Call, type Kind, type Page } from '../call.ts';
import { changedAsked, idsLeft, personsAsked, tokensAsked } from '../questions.ts';
import { loadTaskExtras, referralsForOrders } from '../task-store.ts';
import { keptKind, searchKept } from './kept.ts';

const own = keptKind('Procedure');

/** Those of which the product alone says what was done: no program named anything that came of them. */
async function proceduresOf(call: Call, referrals: readonly PagedReferral[]): Promise<Resource[]> {
  const done = referrals.filter(({ status, outcomeCode }) => status === 'completed' && outcomeCode !== null);
  const extras = await loadTaskExtras(
    call,
    done.map(({ referralId }) => referralId),
  );
  const left = done.filter(({ referralId }) => (extras.get(referralId)?.output ?? null) === null);
  const personIds = left.map(({ personId }) => personId);
  if (left.length > 0) call.ctx.noteAccess({ personId: personIds, kind: 'referrals', rule: 'party' });
  return left.map((referral) =>
    procedureOf({ ...referral, orderId: extras.get(referral.referralId)?.orderId ?? referral.referralId }),
  );
}

/** What came of a referral, on the product's own pages; for a partner as long as a consent shares what was needed. */
async function read(call: Call, id: string): Promise<Resource | undefined> {
  const kept = await own.read(call, id);
  if (kept !== undefined || !isUuid(id)) return kept;
  const [referral] = await listReferralPage(call.ctx, { ids: [id], limit: 1 });
  if (referral === undefined) return undefined;
  const isShared =
    referral.side === 'requester' ||
    (await openReferral(call.ctx, { referralId: referral.referralId, rule: 'party' })).person !== null;
  return isShared ? (await proceduresOf(call, [referral]))[0] : undefined;
}

/** What is asked of referrals as what was done; nothing where it is what none of them has. */
async function doneAsked(call: Call, question: Question): Promise<Omit<ReferralQuestion, 'limit'> | null> {
  const isOther =
    filtersOf(question, 'token', 'identifier').length > 0 ||
    codesAsked(question, 'status')?.includes('completed') === false ||
    codesRuledOut(question, 'status').includes('completed');
  if (isOther) return null;
  const orders = idsAsked(question, 'ServiceRequest', 'based-on');
  const referrals = orders === null ? null : await referralsForOrders(call, orders);
  return {
    ids: idsLeft(question, referrals),
    personIds: personsAsked(question),
    statuses: ['completed'],
    ...changedAsked(question),
  };
}

function isAsked(question: Question, { code, category }: Resource): boolean {
  const held = tokensOf([code as Concept]);
  const categories = codesAsked(question, 'category');
  return (
    tokensAsked(question, 'code').every((list) => list.some((one) => held.includes(one))) &&
    (categories === null || categories.some((one) => hasCode([category as Concept], one)))
  );
}

async function searchDone(call: Call, question: Question, parts: readonly string[]): Promise<Page> {
  const asked = await doneAsked(call, question);
  if (asked === null) return NOTHING;
  const [, sentAt = '', referralId = ''] = parts;
  const after = sentAt === '' ? null : { sentAt, referralId };
  const found = await listReferralPage(call.ctx, { ...asked, after, limit: question.count + 1 });
  const { shown, next } = paged(found, question.count, (last) =>
    cursorOf(['done', last.sentAt ?? '', last.referralId]),
  );
  const mine = shown.filter(({ side }) => side === 'requester');
  const resources = (await proceduresOf(call, mine)).filter((one) => isAsked(question, one));
  return { resources, next };
}

/** What was stated first, then what came of referrals. */
async function search(call: Call, question: Question): Promise<Page> {
  const parts = partsOfCursor(question.cursor);
  if (parts?.[0] === 'done') return searchDone(call, question, parts);
  const page = await searchKept(call, question);
  if (page.next !== null) return page;
  const room = question.count - page.resources.length;
  if (room === 0) return { ...page, next: cursorOf(['done']) };
  const rest = await searchDone(call, { ...question, count: room }, []);
  return { resources: [...page.resources, ...rest.resources], next: rest.next };
}

/** What was done: as programs state it, and as partners said it on the product's own pages. */
export const procedureKind: Kind = {
  ...own,
  read,
  search,
  versions: async (call, id) => {
    const kept = await own.versions(call, id);
    const done = kept.length > 0 ? undefined : await read(call, id);
    return done === undefined ? kept : [done];
  },
};

import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { listAgreedWith } from '@qantara/agreements/server';
import { organisationsWhereSomebodyMay } from '@qantara/identity/server';
import { listBases } from '@qantara/people/domain';
import { loadSharingWords } from '@qantara/people/server';
import type { DataCategory, RecordClass } from '@qantara/people/contract';
import { around } from '@qantara/territory/domain';
import { listAreas } from '@qantara/territory/server';
import { listTargets, type MatchingTarget, type NewCandidate } from './candidate-store.ts';
import type { ReferralsTables } from '../tables.gen.ts';

type Asked = {
  personId: string;
  needCode: string;
  areaId: string | null;
  recordClass: RecordClass;
  categories: DataCategory[];
  fromOrganisationId: string;
  /** Who did not answer, where an unanswered referral is opened to others. */
  without: string | null;
};

/** Where an open request is from, as far as candidates may know: the town. */
export type Coarse = { townId: string | null; areaIds: string[] };

async function placeOf(ctx: Ctx<ReferralsTables>, areaId: string | null): Promise<Coarse> {
  if (areaId === null) return { townId: null, areaIds: [] };
  const lies = around(await listAreas(ctx), areaId);
  const town = lies.find(({ kind }) => kind === 'municipality') ?? lies.find(({ kind }) => kind === 'region');
  return { townId: town?.areaId ?? null, areaIds: lies.map((area) => area.areaId) };
}

/** Of these, those whose organisation has somebody who may read what is of this class. */
async function ofClass(ctx: Ctx<ReferralsTables>, asked: Asked, targets: MatchingTarget[]): Promise<MatchingTarget[]> {
  if (asked.recordClass === 'ordinary') return targets;
  const organisationIds = [...new Set(targets.map(({ organisationId }) => organisationId))];
  const able = await organisationsWhereSomebodyMay(ctx, organisationIds, [
    `class:${asked.recordClass}`,
    'referral:answer',
  ]);
  const held = targets.filter(({ organisationId }) => able.has(organisationId));
  return held.length > 0 || targets.length === 0 ? held : refuse('nobody_holds_class');
}

/**
 * Whom an open request may be offered to: every service that answers the need there, of a class that somebody there has, whose
 * organisation the person named and an agreement lets be told, as for one that is sent to it. Refuses `nobody_may_be_asked`,
 * `consent_missing` and `agreement_missing` where that leaves nobody.
 */
export async function findCandidates(
  ctx: Ctx<ReferralsTables>,
  asked: Asked,
): Promise<{ candidates: NewCandidate[]; townId: string | null }> {
  const { townId, areaIds } = await placeOf(ctx, asked.areaId);
  const found = await listTargets(ctx.db, { needCode: asked.needCode, areaIds });
  const capable = await ofClass(
    ctx,
    asked,
    found.filter(({ organisationId }) => organisationId !== asked.without),
  );
  if (capable.length === 0) refuse('nobody_may_be_asked');
  const words = await loadSharingWords(ctx, asked.personId);
  const { categories } = asked;
  const agreed = await listAgreedWith(ctx, {
    from: asked.fromOrganisationId,
    to: capable.map(({ organisationId }) => organisationId),
    purpose: 'referral',
    categories,
  });
  const judged = capable.map((target) => {
    const sharing = { purpose: 'referral' as const, recipient: target.organisationId, categories, at: ctx.now };
    const bases = listBases(words, sharing);
    return { target, bases, basis: bases.find((one) => !one.needsAgreement || agreed.has(target.organisationId)) };
  });
  if (judged.every(({ bases }) => bases.length === 0)) refuse('consent_missing');
  const candidates = judged.flatMap(({ target, basis }) =>
    basis === undefined
      ? []
      : [
          {
            ...target,
            consentId: basis.kind === 'consent' ? basis.id : null,
            overrideId: basis.kind === 'override' ? basis.id : null,
          },
        ],
  );
  return candidates.length > 0 ? { candidates, townId } : refuse('agreement_missing');
}

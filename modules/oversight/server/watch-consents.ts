import type { Ctx } from '@qantara/platform';
import { DataCategory } from '@qantara/people/contract';
import { countConsents, listWatchedOverrides, type ConsentCount, type WatchedOverride } from '@qantara/people/server';
import type { z } from 'zod';
import type { ConsentWatch } from '../contract/index.ts';
import { accountNameOf, listNames, type Names } from './name-view.ts';
import type { OversightTables } from './tables.gen.ts';

type Watch = z.input<typeof ConsentWatch>;

const YEAR_MS = 365 * 86_400_000;
const SHOWN = 100;

function toShown(one: WatchedOverride, names: Names): Watch['overrides'][number] {
  return {
    personId: one.personId,
    overrideId: one.overrideId,
    basis: one.basis,
    reason: one.reason,
    categories: one.categories.map((category) => DataCategory.parse(category)),
    telling: one.telling,
    startsAt: one.startsAt.toISOString(),
    endsAt: one.endsAt.toISOString(),
    endedAt: one.endedAt?.toISOString() ?? null,
    accountName: accountNameOf(names, one.recordedBy),
    organisationName: names.organisations.get(one.organisationId ?? '') ?? null,
    recipientNames: one.recipients.flatMap((id) => names.organisations.get(id) ?? []),
  };
}

function byBasis(overrides: readonly WatchedOverride[], names: Names): Watch['byBasis'] {
  const counted = new Map<string, Watch['byBasis'][number]>();
  for (const { basis, organisationId, telling } of overrides) {
    const key = `${basis} ${organisationId ?? ''}`;
    const before = counted.get(key) ?? {
      basis,
      organisationName: names.organisations.get(organisationId ?? '') ?? null,
      count: 0,
      untold: 0,
    };
    const untold = before.untold + (telling === 'tell' ? 0 : 1);
    counted.set(key, { ...before, count: before.count + 1, untold });
  }
  return [...counted.values()].toSorted((one, other) => other.count - one.count);
}

const sum = (counts: readonly ConsentCount[]): number => counts.reduce((total, { count }) => total + count, 0);

function byText(counts: readonly ConsentCount[]): Watch['byText'] {
  const keys = new Map(
    counts.map(({ purpose, textNumber }) => [`${purpose} ${String(textNumber)}`, { purpose, textNumber }]),
  );
  return [...keys.values()].map(({ purpose, textNumber }) => {
    const of = (word: ConsentCount['word']) =>
      sum(counts.filter((one) => one.word === word && one.purpose === purpose && one.textNumber === textNumber));
    return { purpose, textNumber, agreed: of('agreed'), refused: of('refused') };
  });
}

function refusedFor(counts: readonly ConsentCount[]): Watch['refusedFor'] {
  const refused = counts.filter(({ word }) => word === 'refused');
  const codes = [...new Set(refused.map(({ reasonCode }) => reasonCode))];
  return codes.map((reasonCode) => ({
    reasonCode,
    count: sum(refused.filter((one) => one.reasonCode === reasonCode)),
  }));
}

/** Every sharing without consent of the last year, counted and one by one, and what people said when they were asked. It is an opening. */
export async function getConsentWatch(ctx: Ctx<OversightTables>): Promise<Watch> {
  const since = new Date(ctx.now.getTime() - YEAR_MS);
  const overrides = await listWatchedOverrides(ctx, since);
  const counts = await countConsents(ctx, since);
  const shown = overrides.slice(0, SHOWN);
  const organisations = overrides.flatMap(({ organisationId, recipients }) => [organisationId, ...recipients]);
  const names = await listNames(ctx, [...new Set(organisations)]);
  const personIds = [...new Set(shown.map(({ personId }) => personId))];
  ctx.noteAccess({ personId: personIds, kind: 'overrides', rule: 'oversight' });
  const said = (word: ConsentCount['word']) => sum(counts.filter((one) => one.word === word));
  return {
    since: since.toISOString(),
    overrides: shown.map((one) => toShown(one, names)),
    byBasis: byBasis(overrides, names),
    said: { agreed: said('agreed'), refused: said('refused'), withdrawn: said('withdrawn') },
    byText: byText(counts),
    refusedFor: refusedFor(counts),
  };
}

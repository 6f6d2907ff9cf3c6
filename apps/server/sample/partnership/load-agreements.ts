import { recordAgreement } from '@qantara/agreements/server';
import { dayIn } from '@qantara/kernel';
import type { AnyCtx } from '@qantara/platform';
import { seeds, type AgreementSeed } from '../read-seed.ts';

const DAY = 86_400_000;

function datesOf(ctx: AnyCtx, { startsDaysAgo, lastsDays }: AgreementSeed) {
  const after = (days: number): string =>
    dayIn(ctx.timeZone, new Date(ctx.now.getTime() + (days - startsDaysAgo) * DAY));
  return { startsOn: after(0), lastDay: lastsDays === null ? null : after(lastsDays) };
}

/** What the organisations of the sample agreed to: the charter that lets referrals pass, one that ends soon, one that waits for signatures. */
export async function loadAgreements(ctx: AnyCtx, organisationIds: Map<string, string>): Promise<void> {
  const today = dayIn(ctx.timeZone, ctx.now);
  const { signatories, agreements } = seeds.agreements();
  for (const seed of agreements) {
    const keys = seed.parties === 'all' ? [...organisationIds.keys()] : seed.parties;
    const parties = keys.flatMap((key) => organisationIds.get(key) ?? []);
    const { kind, title, summary, purposes, categories } = seed;
    const dates = datesOf(ctx, seed);
    const signing = seed.unsigned === true ? parties.slice(0, 1) : parties;
    await recordAgreement(
      ctx,
      { kind, title, summary, purposes, categories, ...dates, organisationIds: parties },
      signing.map((organisationId, index) => ({
        organisationId,
        signedOn: dates.startsOn <= today ? dates.startsOn : today,
        signatory: signatories[index % signatories.length] ?? '',
      })),
    );
  }
}

import { newId } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { Confirmation, PersonWord, Rating, WhyNot } from '../../contract/index.ts';
import type { ReferralsTables } from '../tables.gen.ts';

type Tables = ReferralsTables;
type Which = { person_id: string; referral_id: string };

export type NewWord = {
  confirmation: Confirmation;
  rating: Rating | null;
  whyNot: WhyNot | null;
  words: string | null;
};

/** Writes what the person says now; what they said before stays, and no longer holds. */
export async function insertWord({ db, now }: Ctx<Tables>, of: Which, word: NewWord): Promise<void> {
  await db
    .updateTable('referrals.person_word')
    .set({ is_last: false })
    .where('person_id', '=', of.person_id)
    .where('referral_id', '=', of.referral_id)
    .where('is_last', '=', true)
    .execute();
  await db
    .insertInto('referrals.person_word')
    .values({
      person_id: of.person_id,
      referral_id: of.referral_id,
      word_id: newId(now.getTime()),
      confirmation: word.confirmation,
      rating: word.rating === null ? null : Number(word.rating),
      why_not: word.whyNot,
      words: word.words,
      is_last: true,
      at: now,
    })
    .execute();
}

/** What a person said of these referrals, the last of each first. */
export async function listWords({ db }: Ctx<Tables>, of: readonly Which[]): Promise<Map<string, PersonWord[]>> {
  if (of.length === 0) return new Map();
  const rows = await db
    .selectFrom('referrals.person_word')
    .selectAll()
    .where('person_id', 'in', [...new Set(of.map((row) => row.person_id))])
    .where(
      'referral_id',
      'in',
      of.map((row) => row.referral_id),
    )
    .orderBy('at', 'desc')
    .orderBy('word_id', 'desc')
    .execute();
  const said = new Map<string, PersonWord[]>();
  for (const row of rows) {
    const word = {
      confirmation: row.confirmation,
      rating: row.rating === null ? null : (String(row.rating) as Rating),
      whyNot: row.why_not,
      words: row.words,
      at: row.at.toISOString(),
    };
    said.set(row.referral_id, [...(said.get(row.referral_id) ?? []), word]);
  }
  return said;
}

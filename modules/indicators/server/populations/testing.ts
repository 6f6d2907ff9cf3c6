import assert from 'node:assert/strict';
import { newId } from '@qantara/kernel';
import type { FigureTable, Recipe } from '../../contract/index.ts';
import { actorWith, callRoute, type CountedRegion } from '../testing.ts';

type Row = Record<string, unknown>;

async function insert(region: CountedRegion, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  await region.database.pool.query({
    text: `insert into ${table} (${columns.join(', ')})
      select ${columns.join(', ')} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    values: [JSON.stringify(rows)],
  });
}

export type Sent = {
  personId: string;
  sentAt: string;
  status?: string;
  areaId?: string | null;
  answeredAt?: string | null;
  endedAt?: string | null;
  dueAt?: string | null;
  reasonCode?: string | null;
  depth?: number;
  confirmation?: string | null;
  rating?: number | null;
};

/** Records of people, of whom no more is known than that they are; `intoId` is the record that stands for this one too. */
export async function somePeople(
  region: CountedRegion,
  count: number,
  { intoId = null, language = null }: { intoId?: string | null; language?: string | null } = {},
): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId());
  const at = '2020-01-01T00:00:00Z';
  const languages = language === null ? [] : [language];
  await region.database.pool.query({
    text: `insert into people.person (person_id, languages, may_contact, origin, created_at, updated_at, merged_into)
      select id, $2, true, 'staff', $3, $3, $4::uuid from unnest($1::uuid[]) as id`,
    values: [ids, languages, at, intoId],
  });
  return ids;
}

/** Referrals as their table holds them, many at once. */
export async function sendAll(region: CountedRegion, all: readonly Sent[]): Promise<void> {
  const { serviceId, organisationId } = region;
  const made = all.map((sent) => ({ ...sent, referralId: newId() }));
  const toRow = ({ personId, referralId, sentAt, ...sent }: (typeof made)[number]): Row => ({
    person_id: personId,
    referral_id: referralId,
    need_code: 'food',
    service_id: serviceId,
    organisation_id: organisationId,
    from_organisation_id: organisationId,
    from_account_id: organisationId,
    status: sent.status ?? 'completed',
    priority: 'routine',
    area_id: sent.areaId ?? null,
    created_at: sentAt,
    sent_at: sentAt,
    answered_at: sent.answeredAt ?? null,
    ended_at: sent.endedAt ?? null,
    due_at: sent.dueAt ?? null,
    reason_code: sent.reasonCode ?? null,
    depth: sent.depth ?? 0,
    confirmation: sent.confirmation ?? null,
  });
  await insert(region, 'referrals.referral', made.map(toRow));
  const words = made.filter(({ rating }) => typeof rating === 'number');
  await insert(
    region,
    'referrals.person_word',
    words.map(({ personId, referralId, confirmation, rating, sentAt }) => ({
      person_id: personId,
      referral_id: referralId,
      word_id: referralId,
      confirmation,
      rating,
      is_last: true,
      at: sentAt,
    })),
  );
}

/** A cohort of one year, or without end. */
export async function aPopulation(
  region: CountedRegion,
  { name, kind = 'priority_population', year }: { name: string; kind?: string; year: number },
): Promise<string> {
  const cohortId = newId();
  await region.database.pool.query({
    text: `insert into cohorts.cohort (cohort_id, kind, name, purpose, organisation_id, starts_on, last_day, has_comparison, criteria,
        created_at, updated_at)
      values ($1, $2, $3, '{"en":"To learn"}', $4, $5, $6, $2 = 'study_cohort', '{}', now(), now())`,
    values: [cohortId, kind, JSON.stringify({ en: name }), region.organisationId, `${year}-01-01`, `${year}-12-31`],
  });
  return cohortId;
}

export type Joining = { joinedAt?: string; leftAt?: string; leftReason?: string; arm?: string };

/** These people are in a cohort, each by a consent of their own that runs today; their consents, in the same order. */
export async function joinAll(
  region: CountedRegion,
  { cohortId, personIds }: { cohortId: string; personIds: readonly string[] },
  { joinedAt = '2020-01-01T00:00:00Z', leftAt, leftReason, arm = 'joined' }: Joining = {},
): Promise<string[]> {
  const joined = personIds.map((personId) => ({ personId, consentId: newId() }));
  for (const { personId, consentId } of joined) {
    await region.database.pool.query({
      text: `insert into people.consent (person_id, consent_id, purpose, categories, starts_at, ends_at, given_how, locale, created_at)
        values ($1, $2, 'cohort', '{identity}', $3, now() + interval '1 year', 'spoken', 'ar', $3)`,
      values: [personId, consentId, joinedAt],
    });
    await region.database.pool.query({
      text: `insert into cohorts.membership (person_id, membership_id, cohort_id, consent_id, organisation_id, arm, joined_at, left_at, left_reason)
        values ($1, $2, $3, $2, $4, $5, $6, $7, $8)`,
      values: [personId, consentId, cohortId, region.organisationId, arm, joinedAt, leftAt ?? null, leftReason ?? null],
    });
  }
  return joined.map(({ consentId }) => consentId);
}

/** Whoever may be told of cohorts, and knows nobody in them. */
export const PLANNER = actorWith(null, 'indicator:read', 'cohort:read', 'cohort:measure');

/** A measure of a year by cohort, as somebody is told. */
export async function populationsIn(
  region: CountedRegion,
  { recipe, year, actor = PLANNER }: { recipe: Recipe; year: number; actor?: typeof PLANNER },
): Promise<FigureTable> {
  const input = { code: recipe, startsOn: `${year}-01-01`, endsOn: `${year + 1}-01-01`, by: 'population' };
  const answer = await callRoute<FigureTable>(region, 'GET /indicators/:code/figures', { input, actor });
  assert.equal(answer.code, null);
  return answer.value as FigureTable;
}

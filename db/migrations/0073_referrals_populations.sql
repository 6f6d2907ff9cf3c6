-- How help reaches priority populations and pilot groups (issue 5: measures by population): counts of a whole year, of which nobody
-- can be picked out, since who is in a cohort is told to hardly anybody (cohorts.membership).

create function referrals.published_population(recipe text, of_year integer, zone text)
returns table (part text, cohort_ids uuid[], cell text, numerator integer, denominator integer, value double precision,
  counted integer, left_out integer, counted_of integer, apart integer)
language sql stable security definer set search_path = pg_catalog
begin atomic
  with year as (
    select make_timestamp(of_year, 1, 1, 0, 0, 0) at time zone zone as begins, make_timestamp(of_year + 1, 1, 1, 0, 0, 0) at time zone zone as ends),
  stay as (
    select membership.cohort_id, coalesce(person.merged_into, person.person_id) as root_id, membership.joined_at,
      coalesce(membership.left_at, 'infinity') as left_at
    from cohorts.membership
    join cohorts.cohort on cohort.cohort_id = membership.cohort_id
    join people.consent on consent.person_id = membership.person_id and consent.consent_id = membership.consent_id
    join people.person on person.person_id = membership.person_id
    where cohort.kind in ('priority_population', 'pilot_group') and membership.arm = 'joined'
      and consent.withdrawn_at is null and consent.ends_at > now()
      and (membership.left_reason is null or membership.left_reason not in ('asked', 'consent_over'))),
  sent as (
    select fact.referral_id, coalesce(person.merged_into, referral.person_id) as root_id, fact.sent_at, fact.area_id::text as area,
      fact.person_language as language, fact.person_gender as gender, fact.person_age_group as age,
      case recipe
        when 'confirmed_help_rate' then fact.confirmation is not null
        when 'good_help_rate' then fact.rating is not null
        when 'accepted_rate' then fact.answered_at is not null
        when 'median_days_to_answer' then fact.answered_at is not null
        when 'p90_days_to_answer' then fact.answered_at is not null
        when 'median_days_to_help' then fact.status = 'completed'
        when 'p90_days_to_help' then fact.status = 'completed'
        else true
      end as is_of,
      case recipe
        when 'closure_rate' then fact.status in ('rejected', 'completed', 'failed', 'cancelled')
        when 'got_help_rate' then fact.status = 'completed'
        when 'confirmed_help_rate' then fact.confirmation = 'helped'
        when 'good_help_rate' then fact.rating >= 4
        when 'accepted_rate' then fact.answered_at is not null and fact.status <> 'rejected'
        when 'silent_rate' then fact.answered_at is null and (fact.due_at < now() or fact.reason_code = 'no_answer')
        when 'passed_on_rate' then fact.depth > 0
        when 'answered_in_time_rate' then fact.answered_at <= fact.sent_at + interval '72 hours'
        else true
      end is true as is_counted,
      case recipe
        when 'closure_rate' then fact.status in ('rejected', 'failed', 'cancelled')
        when 'got_help_rate' then fact.status in ('rejected', 'failed', 'cancelled')
        when 'silent_rate' then fact.answered_at is null and fact.due_at >= now() and fact.reason_code is distinct from 'no_answer'
        when 'answered_in_time_rate' then fact.answered_at > fact.sent_at + interval '72 hours'
        else false
      end is true as is_between,
      case
        when recipe in ('median_days_to_answer', 'p90_days_to_answer') then extract(epoch from fact.answered_at - fact.sent_at) / 86400
        when recipe in ('median_days_to_help', 'p90_days_to_help') then extract(epoch from fact.ended_at - fact.sent_at) / 86400
      end::double precision as days
    from year, referrals.published_referral as fact
    join referrals.referral on referral.referral_id = fact.referral_id
    left join people.person on person.person_id = referral.person_id
    where fact.sent_at >= year.begins and fact.sent_at < year.ends),
  belonging as (
    select sent.referral_id, array_agg(distinct stay.cohort_id order by stay.cohort_id) as cohort_ids
    from sent join stay on stay.root_id = sent.root_id and sent.sent_at >= stay.joined_at and sent.sent_at < stay.left_at
    group by sent.referral_id),
  placed as (
    select sent.*, coalesce(belonging.cohort_ids, '{}') as cohort_ids from sent left join belonging using (referral_id)),
  one_each as (
    select root_id, cohort_ids, area, language, gender, age, bool_or(is_of and is_counted) as has_counted,
      bool_or(is_of and not is_counted) as has_left_out, bool_or(is_of) as has_of, bool_or(is_between or not is_of) as has_apart
    from placed group by root_id, cohort_ids, area, language, gender, age),
  in_cells as (
    select root_id, cohort_ids, told.cell, bool_or(has_counted) as has_counted, bool_or(has_left_out) as has_left_out,
      bool_or(has_of) as has_of, bool_or(has_apart) as has_apart
    from one_each, lateral (values (''), ('area ' || coalesce(area, '')), ('language ' || coalesce(language, '')),
      ('gender ' || coalesce(gender, '')), ('age ' || coalesce(age, ''))) as told (cell)
    group by root_id, cohort_ids, told.cell)
  select 'members', array[stay.cohort_id], null, null, null, null, null, null, count(distinct stay.root_id)::integer, null
  from stay, year where stay.joined_at < year.ends and stay.left_at > year.begins group by stay.cohort_id
  union all
  select 'cohort', array[one], null,
    count(*) filter (where is_of and is_counted)::integer, count(*) filter (where is_of)::integer,
    percentile_cont(case when recipe like 'p90%' then 0.9 else 0.5 end) within group (order by days) filter (where is_of),
    count(distinct root_id) filter (where is_of and is_counted)::integer,
    count(distinct root_id) filter (where is_of and not is_counted)::integer,
    count(distinct root_id) filter (where is_of)::integer,
    count(distinct root_id) filter (where is_between or not is_of)::integer
  from placed, unnest(placed.cohort_ids) as one group by one
  union all
  select 'share', cohort_ids, cell, null, null, null, count(*) filter (where has_counted)::integer,
    count(*) filter (where has_left_out)::integer, count(*) filter (where has_of)::integer, count(*) filter (where has_apart)::integer
  from in_cells group by cohort_ids, cell;
end;
comment on function referrals.published_population(text, integer, text) is
  'One recipe of figures over the referrals of one whole year, by cohort: `members`, `cohort` (what is told of it) and `share` (of how many people the referrals outside and in several cohorts are, so that nothing can be worked out by taking one figure from another). Numbers of people are of true people; nobody''s name or identifier, and no referral''s.';
revoke execute on function referrals.published_population(text, integer, text) from public;
grant execute on function referrals.published_population(text, integer, text) to qantara_app, qantara_system;

-- More that is counted over referrals: how soon answers and help come for most, who says yes, silence, going on, and how people found the help.

alter table indicators.indicator drop constraint indicator_recipe_check;
alter table indicators.indicator add constraint indicator_recipe_check check (recipe in ('closure_rate', 'got_help_rate', 'confirmed_help_rate',
  'median_days_to_answer', 'p90_days_to_answer', 'median_days_to_help', 'p90_days_to_help', 'answered_in_time_rate', 'accepted_rate', 'silent_rate',
  'passed_on_rate', 'good_help_rate', 'referrals_sent', 'wanted_needs', 'fresh_services_rate'));

create or replace view referrals.published_referral as
select referral.referral_id, referral.need_code, referral.service_id, referral.organisation_id, referral.from_organisation_id, referral.area_id,
  referral.status, referral.reason_code, referral.sent_at, referral.answered_at, referral.ended_at, referral.due_at, referral.confirmation,
  referral.confirmed_at, referral.follows_referral_id, referral.part_of_referral_id, referral.depth, referral.escalated_at,
  said.rating, said.why_not,
  person.languages[1] as person_language, person.gender as person_gender,
  case
    when age.years < 18 then 'under_18'
    when age.years < 30 then 'from_18'
    when age.years < 45 then 'from_30'
    when age.years < 60 then 'from_45'
    when age.years >= 60 then 'from_60'
  end as person_age_group,
  referral.record_class
from referrals.referral
left join referrals.person_word as said
  on said.person_id = referral.person_id and said.referral_id = referral.referral_id and said.is_last
left join people.person as person on person.person_id = referral.person_id
left join lateral (select extract(year from referral.sent_at)
  - coalesce(person.birth_year, extract(year from person.estimated_on) - person.estimated_age) as years) as age on true
where referral.status not in ('draft', 'entered-in-error');
comment on column referrals.published_referral.person_age_group is 'The age in the year of sending, in groups; null where nobody knows it.';

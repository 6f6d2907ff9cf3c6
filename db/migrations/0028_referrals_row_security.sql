-- The second wall around referrals: the two organisations of each, and the person. Each by one column, so that a worklist is read off its index.

alter table referrals.referral enable row level security;
create policy party on referrals.referral to qantara_app using (
  organisation_id = any ((select people.my_circles())::uuid[])
  or from_organisation_id = any ((select people.my_circles())::uuid[])
  or person_id = any ((select people.my_circles())::uuid[]));
create policy system on referrals.referral to qantara_system using (true);

alter table referrals.referral_step enable row level security;
create policy party on referrals.referral_step for select to qantara_app using (exists (
  select from referrals.referral where referral.person_id = referral_step.person_id and referral.referral_id = referral_step.referral_id));
create policy taken on referrals.referral_step for insert to qantara_app with check (
  organisation_id = any ((select people.my_circles())::uuid[]) or person_id = any ((select people.my_circles())::uuid[]));
create policy system on referrals.referral_step to qantara_system using (true);

-- With the columns that the policy asks, so that a count is read off an index alone.
drop index referrals.referral_new_inbox;
create index referral_new_inbox on referrals.referral (organisation_id, sent_at desc, referral_id desc) include (from_organisation_id, person_id)
  where status = 'requested';
drop index referrals.referral_new_sent;
create index referral_new_sent on referrals.referral (from_organisation_id, sent_at desc, referral_id desc) include (organisation_id, person_id)
  where status = 'requested';
drop index referrals.referral_due_inbox;
create index referral_due_inbox on referrals.referral (organisation_id, due_at) include (from_organisation_id, person_id)
  where status in ('requested', 'accepted', 'in-progress', 'on-hold');
drop index referrals.referral_due_sent;
create index referral_due_sent on referrals.referral (from_organisation_id, due_at) include (organisation_id, person_id)
  where status in ('requested', 'accepted', 'in-progress', 'on-hold');

-- A referral may have a class of its own: of a record that is ordinary, one need may be for few eyes.

alter table referrals.referral add column record_class text not null default 'ordinary'
  check (record_class in ('ordinary', 'child_protection', 'violence', 'mediation', 'situation_table', 'restricted'));
comment on column referrals.referral.record_class is 'Who of both organisations may know of it: those whose role has its class, whoever sent it, and the person.';

drop policy party on referrals.referral;
create policy party on referrals.referral to qantara_app using (
  (organisation_id = any ((select people.my_circles())::uuid[])
    or from_organisation_id = any ((select people.my_circles())::uuid[])
    or from_account_id = any ((select people.my_circles())::uuid[])
    or person_id = any ((select people.my_circles())::uuid[]))
  and (record_class = any ((select people.my_marks('class'))::text[])
    or from_account_id = any ((select people.my_circles())::uuid[])
    or person_id = any ((select people.my_circles())::uuid[])));

-- With the columns that the policy asks, so that a count is read off an index alone.
drop index referrals.referral_new_inbox;
create index referral_new_inbox on referrals.referral (organisation_id, sent_at desc, referral_id desc)
  include (from_organisation_id, from_account_id, person_id, record_class) where status = 'requested';
drop index referrals.referral_new_sent;
create index referral_new_sent on referrals.referral (from_organisation_id, sent_at desc, referral_id desc)
  include (organisation_id, from_account_id, person_id, record_class) where status = 'requested';
drop index referrals.referral_due_inbox;
create index referral_due_inbox on referrals.referral (organisation_id, due_at)
  include (from_organisation_id, from_account_id, person_id, record_class) where status in ('requested', 'accepted', 'in-progress', 'on-hold');
drop index referrals.referral_due_sent;
create index referral_due_sent on referrals.referral (from_organisation_id, due_at)
  include (organisation_id, from_account_id, person_id, record_class) where status in ('requested', 'accepted', 'in-progress', 'on-hold');

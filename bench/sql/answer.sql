with referral as (
  update referrals.referral set status = 'accepted', answered_at = now(), due_at = now() + interval '14 days', version = version + 1
  where referral_id = $1 and status = 'requested'
  returning person_id, referral_id, status, sent_at),
step as (
  insert into referrals.referral_step (person_id, referral_id, step_id, step, from_status, to_status, account_id,
    organisation_id, side, at)
  select person_id, referral_id, $2, 'accept', 'requested', 'accepted', $3, $4, 'target', now() from referral)
select * from referral

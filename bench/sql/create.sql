with referral as (
  insert into referrals.referral (person_id, referral_id, need_code, service_id, organisation_id, from_organisation_id,
    from_account_id, status, priority, created_at, sent_at, due_at)
  values ($1, $2, 'food', $3, $4, $5, $6, 'requested', 'routine', now(), now(), now() + interval '2 days')
  returning person_id, referral_id, status, sent_at),
step as (
  insert into referrals.referral_step (person_id, referral_id, step_id, step, from_status, to_status, account_id,
    organisation_id, side, at)
  values ($1, $2, $7, 'send', 'draft', 'requested', $6, $5, 'requester', now()))
select * from referral

select referral.referral_id, referral.person_id, referral.status, referral.reason_code, referral.priority, referral.sent_at, referral.version,
  need.name as need, service.name as service, other.name as other
from referrals.referral
join directory.need on need.need_code = referral.need_code
join directory.service on service.service_id = referral.service_id
join organisations.organisation as other on other.organisation_id = referral.organisation_id
where referral.from_organisation_id = $1 and referral.status = 'requested'
order by referral.sent_at desc, referral.referral_id desc limit 21

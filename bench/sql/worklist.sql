select referral.referral_id, referral.person_id, referral.status, referral.reason_code, referral.priority, referral.sent_at,
  referral.due_at, need.name as need, service.name as service, other.name as other, person.display_name, counted.*
from (select
    (select count(*) from (select 1 from referrals.referral where from_organisation_id = $1 and status = 'requested' limit 1000) as few) as new,
    (select count(*) from (select 1 from referrals.referral where from_organisation_id = $1
      and status in ('requested', 'accepted', 'in-progress', 'on-hold') and due_at >= now() and due_at < now() + interval '2 days' limit 1000) as few) as due,
    (select count(*) from (select 1 from referrals.referral where from_organisation_id = $1
      and status in ('requested', 'accepted', 'in-progress', 'on-hold') and due_at < now() limit 1000) as few) as overdue) as counted
cross join referrals.referral
join directory.need on need.need_code = referral.need_code
join directory.service on service.service_id = referral.service_id
join organisations.organisation as other on other.organisation_id = referral.organisation_id
join people.person on person.person_id = referral.person_id
where referral.from_organisation_id = $1 and referral.status in ('requested', 'accepted', 'in-progress', 'on-hold')
order by referral.sent_at desc limit 51

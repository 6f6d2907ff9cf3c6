-- Which agreement renews which, for whoever reminds of an end (issue 6).
create view agreements.published_renewal as
select follows_agreement_id as agreement_id, agreement_id as renewal_id
from agreements.agreement
where follows_agreement_id is not null and not is_draft;
comment on view agreements.published_renewal is 'Which agreement renews which, once it was offered for signature; whether it binds is told by published_bond.';

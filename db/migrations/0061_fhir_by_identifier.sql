-- What FHIR asks by its identifier alone, and what changed since a moment.

create index consent_by_id on people.consent (consent_id);
create index care_goal_by_id on referrals.care_goal (goal_id);
create index response_by_id on forms.response (response_id);
create index referral_step_at on referrals.referral_step (at);

-- What hangs on a referral goes with it when its time is over; the room of referrals does not know these.
alter table partnerlinks.link drop constraint link_person_id_referral_id_fkey;
alter table partnerlinks.link add constraint link_person_id_referral_id_fkey
  foreign key (person_id, referral_id) references referrals.referral (person_id, referral_id) on delete cascade;
alter table partnerlinks.question drop constraint question_person_id_referral_id_fkey;
alter table partnerlinks.question add constraint question_person_id_referral_id_fkey
  foreign key (person_id, referral_id) references referrals.referral (person_id, referral_id) on delete cascade;
alter table fhir.task add constraint task_person_id_referral_id_fkey
  foreign key (person_id, referral_id) references referrals.referral (person_id, referral_id) on delete cascade;

-- What somebody needs is a group of fields: a role that does not have it reaches the person and not this.

drop policy reached on screening.screening;
create policy reached on screening.screening for select to qantara_app using (exists (select from people.reach where reach.person_id = screening.person_id and reach.kind <> 'shared'
  and (reach.kind = 'own' or 'need' = any ((select people.my_marks('field'))::text[]))));
drop policy reached on screening.finding;
create policy reached on screening.finding for select to qantara_app using (exists (select from people.reach where reach.person_id = finding.person_id and reach.kind <> 'shared'
  and (reach.kind = 'own' or 'need' = any ((select people.my_marks('field'))::text[]))));

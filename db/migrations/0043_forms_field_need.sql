-- Answers to forms belong to what somebody needs: a role without that group of fields does not read them.

drop policy reached on forms.response;
create policy reached on forms.response for select to qantara_app using (exists (select from people.reach where reach.person_id = response.person_id and reach.kind <> 'shared'
  and (reach.kind = 'own' or 'need' = any ((select people.my_marks('field'))::text[]))));

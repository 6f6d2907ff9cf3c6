-- By which rule somebody was reached, told apart further: an emergency, and answering for an area, are not a consent.

create or replace function platform.rule_of(person uuid, circles uuid[]) returns table (rule text, basis_id uuid) language sql stable parallel safe
begin atomic
  select case when reach.circle_id = '00000000-0000-7000-8000-00000000001e' then 'intake'
      when reach.kind <> 'shared' then reach.kind
      when reach.circle_id = reach.basis_id then 'territory'
      when exists (select from people.glass where glass.person_id = reach.person_id and glass.glass_id = reach.basis_id) then 'glass'
      else 'shared' end,
    case when reach.kind = 'shared' then reach.basis_id end
  from people.reach
  where reach.person_id = person and reach.circle_id = any (circles) and (reach.until is null or reach.until > now())
  order by case reach.kind when 'own' then 0 when 'looks_after' then 1 else 2 end, reach.circle_id = '00000000-0000-7000-8000-00000000001e', reach.basis_id
  limit 1;
end;

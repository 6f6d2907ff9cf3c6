-- Which priority populations a seat stands for, so that a plan knows for whom nobody sits anywhere.
alter table governance.seat add column populations text[] not null default '{}';
alter table governance.seat add constraint seat_of_populations check (populations = '{}' or stands_for = 'population');
comment on column governance.seat.populations is 'Of a seat for priority populations, which; none where it stands for all of them.';

create view governance.published_represented_population as
select distinct population as population
from governance.seat
join governance.body on body.body_id = seat.body_id
cross join unnest(seat.populations) as population
where seat.closed_on is null and body.closed_on is null
  and exists (select from governance.holding where holding.seat_id = seat.seat_id and holding.starts_on <= current_date
    and (holding.last_day is null or current_date <= holding.last_day));
comment on view governance.published_represented_population is 'The priority populations for whom somebody sits in a body today.';

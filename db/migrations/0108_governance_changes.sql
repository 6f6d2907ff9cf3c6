-- Bodies and seats change over the version that was read, and end on a day, with the reason; what was is kept.
alter table governance.body add column version integer not null default 1;
alter table governance.body add column closed_on date;
alter table governance.body add column closed_reason text;
alter table governance.body add constraint body_closed check ((closed_on is null) = (closed_reason is null));
comment on column governance.body.closed_on is 'The last day that it stood: from then on nothing is planned, promised or filled in it.';
alter table governance.seat add column version integer not null default 1;
alter table governance.seat add column closed_reason text;

create or replace view governance.published_seat_coverage as
select seat.body_id, count(*) filter (where seat.is_required)::integer as required,
  count(*) filter (where seat.is_required and exists (select from governance.holding
    where holding.seat_id = seat.seat_id and holding.starts_on <= current_date
      and (holding.last_day is null or current_date <= holding.last_day)))::integer as filled
from governance.seat
join governance.body on body.body_id = seat.body_id
where seat.closed_on is null and body.closed_on is null
group by seat.body_id;
comment on view governance.published_seat_coverage is 'Of each body that stands, how many seats must be filled and how many of those somebody sits in today.';

create or replace view governance.published_membership as
select seat.body_id, holding.organisation_id, holding.starts_on,
  least(holding.last_day, seat.closed_on, body.closed_on) as last_day
from governance.seat
join governance.holding on holding.seat_id = seat.seat_id
join governance.body on body.body_id = seat.body_id;
comment on view governance.published_membership is 'Which organisation sits in which body, from which day to which; nobody by name.';

-- Who sits today is asked on the region's day, which whoever asks knows, and no longer on the database's.
drop view governance.published_represented_population;
drop view governance.published_seat_coverage;

create view governance.published_sitting as
select seat.seat_id, seat.body_id, seat.is_required, seat.populations, holding.starts_on, holding.last_day
from governance.seat
join governance.body on body.body_id = seat.body_id
left join governance.holding on holding.seat_id = seat.seat_id
where seat.closed_on is null and body.closed_on is null;
comment on view governance.published_sitting is 'Each seat that stands with each time that somebody sits in it, or with none: once without days.';

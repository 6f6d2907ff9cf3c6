-- Who sits with whom, for modules above: the map of who is tied to whom (D3.1).
create view governance.published_membership as
select seat.body_id, holding.organisation_id, holding.starts_on, holding.last_day
from governance.seat
join governance.holding on holding.seat_id = seat.seat_id;
comment on view governance.published_membership is 'Which organisation sits in which body, from which day to which; nobody by name.';

create view governance.published_body as
select body_id, kind, name, organisation_id, parent_body_id from governance.body;
comment on view governance.published_body is 'The bodies by name, kind and host; without who sits there.';

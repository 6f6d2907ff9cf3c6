-- A meeting's quorum is judged by the rule of its day, whatever the body's rule becomes.
alter table governance.meeting add column quorum_percent smallint check (quorum_percent between 1 and 100);
comment on column governance.meeting.quorum_percent is 'The body''s rule when the meeting was held; none before that.';
update governance.meeting set quorum_percent = body.quorum_percent
  from governance.body where body.body_id = meeting.body_id and meeting.seats_filled is not null;
alter table governance.meeting add constraint meeting_held_by_a_rule check ((seats_filled is null) = (quorum_percent is null));

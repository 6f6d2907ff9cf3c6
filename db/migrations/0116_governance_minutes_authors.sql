-- Everybody who wrote minutes, and not only who did so last: none of them approves what holds words of theirs.
alter table governance.meeting add column minutes_authors uuid[] not null default '{}';
update governance.meeting set minutes_authors = array[minutes_by] where minutes_by is not null;
alter table governance.meeting drop column minutes_by;
alter table governance.meeting add check (state not in ('approved', 'published') or (minutes is not null and approved_by <> all (minutes_authors)));
comment on column governance.meeting.minutes_authors is 'All who wrote the minutes: somebody else approves them.';

-- A trial that nobody decides, or a file whose columns nobody explains, is not kept for ever.
alter table hsds.import drop constraint import_status_check;
alter table hsds.import
  add constraint import_status_check
  check (status in ('waiting', 'mapping', 'running', 'checked', 'done', 'failed', 'discarded', 'expired'));
comment on column hsds.import.content is 'The file as it was sent, until it is written, given up, or thirty days old.';
create index import_undecided on hsds.import (requested_at) where status in ('waiting', 'mapping', 'running', 'checked');

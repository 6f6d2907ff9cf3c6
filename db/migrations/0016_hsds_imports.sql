-- What comes in from other bodies is the interface's own business (docs/decisions/0007).
create schema if not exists hsds;
alter table directory.import set schema hsds;
alter table directory.import_refusal set schema hsds;

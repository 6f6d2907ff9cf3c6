-- A form may come from a file or an instrument: what of it could not be carried stays with the version that it made.

alter table forms.definition add column brought jsonb;
comment on column forms.definition.brought is 'BroughtFrom of the contract: the file, and the report of what could not be carried; empty where the form was written here.';

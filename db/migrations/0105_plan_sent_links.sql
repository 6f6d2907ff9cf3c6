alter table plan.owner_link add column sent_to uuid references organisations.organisation (organisation_id);
comment on column plan.owner_link.sent_to is 'The organisation that it was sent to, which is then reminded by a link of its own; null where it was handed over.';

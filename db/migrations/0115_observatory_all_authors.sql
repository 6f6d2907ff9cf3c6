-- Everybody who wrote words of a section, and not only who did so last: none of them approves what holds words of theirs.
update observatory.report set words_by = coalesce(
  (select jsonb_object_agg(key, jsonb_build_array(value)) from jsonb_each(words_by)), '{}') where words_by <> '{}';
comment on column observatory.report.words_by is 'By section, all who wrote its words in this edition: somebody else approves.';

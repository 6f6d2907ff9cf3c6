-- Who wrote which words of a report, who gathered it and who gave its reason, each apart: none of them approves it. Its quotes are kept by
-- their identifier, so that one that is withdrawn is gone from every report at once. What was never published may be discarded.
alter table observatory.report
  add column words_by jsonb not null default '{}',
  add column gathered_by uuid,
  add column reason_by uuid;
update observatory.report set gathered_by = written_by,
  words_by = coalesce((select jsonb_object_agg(section, written_by) from jsonb_object_keys(words) as section where written_by is not null), '{}');
alter table observatory.report drop column written_by;

alter table observatory.report add column reason_words jsonb;
update observatory.report set reason_by = gathered_by,
  reason_words = jsonb_build_object(case when reason ~ '[ء-ي]' then 'ar' else 'fr' end, reason) where reason is not null;
alter table observatory.report drop column reason;
alter table observatory.report rename column reason_words to reason;
alter table observatory.report add check ((edition > 1) = (reason is not null));

alter table observatory.report disable trigger keep_published;
update observatory.report set sections = (
  select jsonb_agg(section || jsonb_build_object('contents', (
    select coalesce(jsonb_agg(case when content ->> 'kind' = 'quotes' then jsonb_build_object('kind', 'quotes', 'quoteIds',
        coalesce((select jsonb_agg(quote -> 'quoteId') from jsonb_array_elements(content -> 'quotes') as quote), '[]'))
      else content end order by at), '[]')
    from jsonb_array_elements(section -> 'contents') with ordinality as inner_contents (content, at))) order by place)
  from jsonb_array_elements(sections) with ordinality as outer_sections (section, place))
where sections <> '[]';
alter table observatory.report enable trigger keep_published;

comment on column observatory.report.sections is 'What was gathered, as Section[] of the contract but for quotes, which are kept by their identifiers alone. Never changed after it was published.';
comment on column observatory.report.words_by is 'By section, who wrote its words last: somebody else approves.';
comment on column observatory.report.gathered_by is 'Who had the figures filled in last: somebody else approves.';
comment on column observatory.report.reason is 'LocalizedText: why this edition follows the one before it. Everybody reads it.';
comment on column observatory.report.reason_by is 'Who wrote the reason last: somebody else approves.';

create or replace function observatory.keep_published() returns trigger language plpgsql as $$
begin
  if old.published_at is null then return case tg_op when 'DELETE' then old else new end; end if;
  if tg_op = 'DELETE' then raise exception 'a published report is never discarded' using errcode = '55000'; end if;
  if (new.sections, new.words, new.title, new.about, new.period, new.edition, new.reason, new.published_at)
    is distinct from (old.sections, old.words, old.title, old.about, old.period, old.edition, old.reason, old.published_at) then
    raise exception 'a published report is never changed' using errcode = '55000';
  end if;
  return new;
end $$;
drop trigger keep_published on observatory.report;
create trigger keep_published before update or delete on observatory.report for each row execute function observatory.keep_published();

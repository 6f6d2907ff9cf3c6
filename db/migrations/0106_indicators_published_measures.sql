-- What is counted is a measure that a module publishes, by its code: which there are is the program's to know, not the table's.
alter table indicators.indicator drop constraint indicator_recipe_check;
alter table indicators.indicator add constraint indicator_recipe_check check (recipe ~ '^[a-z][a-z0-9_]{1,59}$');
alter table indicators.indicator drop constraint indicator_check;
alter table indicators.indicator add constraint indicator_check
  check (case kind when 'programme' then recipe is not null when 'population' then recipe is null else true end);

-- How often a figure comes is said once, by its measure: a target that said it too could say something else.
alter table plan.target drop column every_months;

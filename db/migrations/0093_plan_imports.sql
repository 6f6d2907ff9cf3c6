-- Plans as files: read and shown first, written or given up then (issue 6, W6).
create table plan.plan_import (
  import_id uuid primary key,
  file_name text not null,
  status text not null check (status in ('read', 'written', 'discarded')),
  document jsonb,
  findings jsonb not null,
  choices jsonb not null default '{}',
  plan_id uuid references plan.plan (plan_id),
  requested_by uuid,
  requested_at timestamptz not null,
  ended_at timestamptz,
  check ((status = 'read') = (ended_at is null)),
  check (status = 'read' or document is null),
  check ((status = 'written') = (plan_id is not null))
);
comment on table plan.plan_import is 'A file of a plan that was brought in; what was read of it is kept until it is written or given up.';
comment on column plan.plan_import.document is 'PlanDocument, where the file has no fault.';
comment on column plan.plan_import.findings is 'What is wrong with it and what is told of it, by part, line and field.';
comment on column plan.plan_import.choices is 'What the planner decided, by the key of each question.';

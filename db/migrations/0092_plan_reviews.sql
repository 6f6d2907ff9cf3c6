-- Reviews of a target, one after another: where the figure would be if nothing changed, why, and what will be done (anchors §2.2).
create table plan.review (
  review_id uuid primary key,
  target_id uuid not null references plan.target (target_id) on delete cascade,
  held_on date not null,
  forecast jsonb not null,
  story text not null,
  partners text not null default '',
  what_works text not null default '',
  next_steps text not null,
  locale text not null check (locale in ('ar', 'fr', 'en')),
  written_by uuid,
  written_at timestamptz not null
);
create index review_target on plan.review (target_id, held_on desc);
comment on table plan.review is 'A look at one figure together: its story, what works, and what will be done. Never changed; the next one follows.';
comment on column plan.review.forecast is 'Years and the value expected in each if nothing changes, as this review saw it.';

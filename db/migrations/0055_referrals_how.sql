-- A partner answers at work here, by a link without an account, or on the telephone, typed in by whoever asked: the history says which.

alter table referrals.referral_step add column how text not null default 'account' check (how in ('account', 'link', 'telephone'));
comment on column referrals.referral_step.how is 'account: in the program; link: by a partner link, without an account; telephone: said aloud, and typed in by the other side.';

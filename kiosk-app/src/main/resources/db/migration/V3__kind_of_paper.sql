-- What was printed: a certificate that was never printed is still owed to its owner. Older jobs do not say.
alter table print_job add column kind text not null default 'unknown' check (kind in ('unknown', 'receipt', 'certificate'));

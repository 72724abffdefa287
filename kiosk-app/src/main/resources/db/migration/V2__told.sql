-- Whether the citizen knows the supervision code: the screen showed it, or a message was sent. Nobody waits for older ones.
alter table submission add column told integer not null default 1;
create index submission_untold on submission (id) where told = 0;

-- What a terminal must not lose. Everything personal is sealed (AES-256-GCM); the key lies outside this folder.
create table counter (
  name  text primary key,
  value integer not null
);

create table submission (
  id              integer primary key,
  terminal_number text    not null unique,
  created_at      integer not null,              -- epoch milliseconds
  item            text    not null,
  state           text    not null check (state in ('pending', 'handed-over', 'refused')),
  body            blob,                          -- sealed; gone once handed over
  code            text,                          -- the platform's supervision code
  problem         text,                          -- why it was refused
  tries           integer not null default 0
);
create index submission_pending on submission (id) where state = 'pending';

create table submission_file (
  submission_id integer not null references submission (id),
  sha256        text    not null,
  content_type  text    not null,
  content       blob    not null,                -- sealed
  primary key (submission_id, sha256)
);

-- The intent to print stands here before the first byte, so that after a crash nothing is printed twice unasked.
create table print_job (
  job_id     text    primary key,
  created_at integer not null,
  state      text    not null check (state in ('intended', 'printed', 'not-printed', 'uncertain'))
);

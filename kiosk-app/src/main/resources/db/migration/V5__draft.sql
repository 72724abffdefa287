-- What a citizen had done when the turn broke off: kept for some days, sealed, until its owner comes back.
create table draft (
  owner   text    not null,                      -- blinded: tells nothing without the key
  item    text    not null,
  kept_at integer not null,                      -- epoch milliseconds
  content blob    not null,                      -- sealed
  primary key (owner, item)
);
create index draft_kept_at on draft (kept_at);

create table draft_page (
  owner   text    not null,
  item    text    not null,
  number  integer not null,
  content blob    not null,                      -- sealed
  primary key (owner, item, number),
  foreign key (owner, item) references draft (owner, item)
);

-- Sealed when the data folder was new: opens only with the key that sealed everything else here.
create table key_check (
  id     integer primary key check (id = 1),
  sealed blob not null
);

-- What own parties have asked partners for, and whose result they wait for.
create table bridge_given (
    id varchar(255) primary key,
    own varchar(6) not null,
    partner varchar(6) not null,
    module varchar(64) not null,
    command varchar(64) not null,
    deadline timestamp with time zone not null,
    ended boolean not null
);
create index bridge_given_deadline on bridge_given (ended, deadline);

-- What was found out about other nodes: which of the published forms they read.

create table peer (
    operator varchar(42)              not null primary key,
    url      varchar(2048)            not null,
    profile  varchar(8)               not null,
    asked_at timestamp with time zone not null
);

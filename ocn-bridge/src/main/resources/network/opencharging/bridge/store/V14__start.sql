-- Written to at each start of a file database: see BridgeDatabase.
create table bridge_start (
    commits bigint not null
);
insert into bridge_start (commits) values (0);

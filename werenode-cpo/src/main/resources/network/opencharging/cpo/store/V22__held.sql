create table cpo_held (
    station varchar(48) not null,
    kind varchar(20) not null,
    name varchar(20) not null,
    there text,
    there_version int not null,
    wanted text,
    wanted_version int not null,
    state varchar(10) not null,
    said varchar(300) not null,
    until_at timestamp(3) with time zone,
    transaction varchar(36),
    changed_at timestamp(3) with time zone not null,
    primary key (station, kind, name)
);
create index cpo_held_until on cpo_held (until_at);
create index cpo_held_transaction on cpo_held (transaction);

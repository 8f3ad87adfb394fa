-- Several processes of one node on one database. Whoever writes something that others hold in memory first takes the next number of its
-- topic, in the same transaction: so numbers become visible in their order, and whoever has seen one has seen everything before it.

create table change_count (
    topic  varchar(16) not null primary key,
    number bigint      not null
);
insert into change_count (topic, number) values ('PLATFORMS', 1), ('RULES', 1), ('CLIENTS', 1), ('PEERS', 1), ('CONSENTS', 1);

alter table platform add column change_number bigint default 1 not null;
create index platform_change on platform (change_number);

-- Which platforms were removed: one short line each, for processes that still know them.
create table platform_gone (
    id            varchar(64) not null primary key,
    change_number bigint      not null
);
create index platform_gone_change on platform_gone (change_number);

-- What other nodes said of their parties.
create table client_saying (
    country_code  varchar(2)               not null,
    party_id      varchar(3)               not null,
    role          varchar(8)               not null,
    status        varchar(16)              not null,
    said_at       timestamp with time zone not null,
    change_number bigint                   not null,
    primary key (country_code, party_id, role)
);
create index client_saying_change on client_saying (change_number);

-- What only one process may do at a time, and which processes are running.
create table lease (
    name     varchar(100)             not null primary key,
    holder   varchar(64)              not null,
    until_at timestamp with time zone not null
);

-- What all processes of a node must have in common.
create table node_fact (
    name  varchar(32)  not null primary key,
    fact varchar(200) not null
);

create index callback_uid on callback (uid);

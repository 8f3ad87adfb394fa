create table cpo_fact (
    name varchar(100) primary key,
    content varchar(200) not null
);

create table cpo_lease (
    name varchar(100) primary key,
    process varchar(36) not null,
    until_at timestamp(3) with time zone not null
);

create table cpo_holder (
    device varchar(48) primary key,
    process varchar(36) not null,
    id varchar(36) not null,
    protocol varchar(20) not null
);
create index cpo_holder_process on cpo_holder (process);

create table cpo_errand (
    id varchar(36) primary key,
    asked_by varchar(36) not null,
    asked_of varchar(36) not null,
    kind varchar(20) not null,
    subject varchar(255) not null,
    content text not null,
    asked_at timestamp(3) with time zone not null,
    taken boolean not null,
    outcome text
);
create index cpo_errand_open on cpo_errand (asked_of, taken);

create table cpo_start_order (
    session varchar(64) primary key,
    station varchar(48) not null,
    evse int not null,
    token varchar(255) not null,
    until_at timestamp(3) with time zone not null
);

alter table cpo_command add process varchar(36);
create index cpo_command_state on cpo_command (state);

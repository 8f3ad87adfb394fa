-- The log of messages tells the steps of each, and what was said where the operator wants that: encrypted, for a short time.

alter table message add column id varchar(36) default '' not null;
alter table message add column path varchar(100000) default '' not null;
create index message_id on message (id);
create index message_ocpi_status on message (ocpi_status, at);
create index message_http_status on message (http_status, at);

create table message_body (
    message      varchar(36)              not null primary key,
    at           timestamp with time zone not null,
    request      bytea                    not null,
    request_size bigint                   not null,
    answer       bytea                    not null,
    answer_size  bigint                   not null
);
create index message_body_at on message_body (at);

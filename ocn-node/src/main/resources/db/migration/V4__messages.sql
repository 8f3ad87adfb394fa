-- The log of messages: metadata only, added in batches, deleted when old.

create table message (
    position       bigint                   not null generated always as identity primary key,
    at             timestamp with time zone not null,
    request_id     varchar(255)             not null,
    correlation_id varchar(255)             not null,
    sender         varchar(6),
    receiver       varchar(6),
    module         varchar(64)              not null,
    interface_role varchar(8)               not null,
    method         varchar(8)               not null,
    from_node      boolean                  not null,
    signed         boolean                  not null,
    http_status    integer                  not null,
    ocpi_status    integer,
    refusal        varchar(64),
    milliseconds   bigint                   not null
);
create index message_at on message (at);
create index message_correlation on message (correlation_id);
create index message_sender on message (sender, at);
create index message_receiver on message (receiver, at);

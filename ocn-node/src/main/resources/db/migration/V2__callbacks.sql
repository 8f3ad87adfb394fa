-- What nodes that keep no sealed links want back with a callback: written behind in batches, read once at start.
-- Only added to: of two rows with one id the later counts.

create table callback (
    position     bigint                   not null generated always as identity primary key,
    kind         varchar(16)              not null,
    module       varchar(64)              not null,
    requester    varchar(6)               not null,
    server       varchar(6)               not null,
    uid          varchar(1024)            not null,
    resource     varchar(4096)            not null,
    expires_at   timestamp with time zone not null
);
create index callback_expires on callback (expires_at);

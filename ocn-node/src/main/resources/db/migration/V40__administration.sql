-- Who may administer the node beside the key that is set, in which browsers they are signed in, and what was done.
-- Keys and cookies are hashed with the node's secret, passwords with bcrypt.

create table administrator (
    name       varchar(64)              not null primary key,
    key_hash   varchar(64)              unique,
    password   varchar(100),
    changed_at timestamp with time zone not null,
    changed_by varchar(64)              not null
);

create table admin_session (
    id         varchar(64)              not null primary key,
    name       varchar(64)              not null,
    begun_at   timestamp with time zone not null,
    expires_at timestamp with time zone not null
);
create index admin_session_name on admin_session (name);

-- A line is written before a deed is done; its status is added afterwards.
create table audit (
    position bigint                   not null generated always as identity primary key,
    at       timestamp with time zone not null,
    who      varchar(64)              not null,
    way      varchar(16),
    address  varchar(64)              not null,
    what     varchar(512)             not null,
    status   integer,
    note     varchar(512)
);
create index audit_at on audit (at);
create index audit_who on audit (who, at);

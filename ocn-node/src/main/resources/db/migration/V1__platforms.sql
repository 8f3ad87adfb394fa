-- A platform is one credentials pair: planned (it has an invitation) or registered (it has a connection).
-- Written for H2 and PostgreSQL alike. No token stands here in plain text: hashes are keyed with a secret
-- that is not in this database, sealed tokens are encrypted with another key derived from it.

create table platform (
    id         varchar(64)              not null primary key,
    revision   bigint                   not null,
    status     varchar(16)              not null,
    changed_at timestamp with time zone not null,
    position   bigint                   not null generated always as identity
);

create table invitation (
    platform_id varchar(64)              not null primary key references platform (id) on delete cascade,
    token_hash  varchar(64)              not null unique,
    purpose     varchar(16)              not null,
    expires_at  timestamp with time zone not null
);

create table invitation_party (
    platform_id  varchar(64) not null references invitation (platform_id) on delete cascade,
    country_code varchar(2)  not null,
    party_id     varchar(3)  not null,
    primary key (platform_id, country_code, party_id)
);

create table connection (
    platform_id      varchar(64)   not null primary key references platform (id) on delete cascade,
    versions_url     varchar(2048) not null,
    ocpi_version     varchar(16)   not null,
    outbound_sealed  varchar(1024) not null,
    outbound_written varchar(8)    not null,
    inbound_hash     varchar(64)   not null unique
);

-- The token before the current one, while it still counts.
create table previous_token (
    platform_id varchar(64)              not null primary key references connection (platform_id) on delete cascade,
    token_hash  varchar(64)              not null unique,
    until       timestamp with time zone not null
);

-- The primary key is the rule: a party in a role belongs to one platform at a time.
create table party_role (
    country_code  varchar(2)   not null,
    party_id      varchar(3)   not null,
    role          varchar(8)   not null,
    platform_id   varchar(64)  not null references connection (platform_id) on delete cascade,
    position      integer      not null,
    business_name varchar(255) not null,
    website       varchar(2048),
    primary key (country_code, party_id, role)
);
create index party_role_platform on party_role (platform_id);

create table endpoint (
    platform_id    varchar(64)   not null references connection (platform_id) on delete cascade,
    position       integer       not null,
    module         varchar(64)   not null,
    interface_role varchar(8)    not null,
    url            varchar(2048) not null,
    primary key (platform_id, position)
);

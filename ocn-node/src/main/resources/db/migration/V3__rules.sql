-- What platforms have set for what reaches their parties (module ocnrules). Ends with the platform.

create table ocn_rules (
    platform_id varchar(64) not null primary key references platform (id) on delete cascade,
    signatures  boolean     not null,
    kind        varchar(8)  not null
);

-- Modules stand in one text, separated by spaces: they are read whole and written whole.
create table ocn_rule_entry (
    platform_id  varchar(64)   not null references ocn_rules (platform_id) on delete cascade,
    position     integer       not null,
    country_code varchar(2)    not null,
    party_id     varchar(3)    not null,
    modules      varchar(4096) not null,
    primary key (platform_id, country_code, party_id)
);

-- Which platforms let which observers look into their messages. Ends with the platform.
create table consent (
    platform_id varchar(64) not null references platform (id) on delete cascade,
    observer    varchar(64) not null,
    primary key (platform_id, observer)
);

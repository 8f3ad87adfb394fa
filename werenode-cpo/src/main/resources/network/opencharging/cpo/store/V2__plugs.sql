create table cpo_plug (
    name varchar(48) primary key,
    family varchar(20) not null,
    address varchar(100),
    template varchar(20000),
    password varchar(200)
);

create table cpo_plug_memory (
    plug varchar(48) primary key,
    counter_offset bigint,
    counter_last bigint,
    counter_at timestamp(3) with time zone,
    session varchar(64),
    token varchar(20),
    ending boolean not null
);

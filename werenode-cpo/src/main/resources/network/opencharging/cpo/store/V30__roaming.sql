-- Tokens that partners told of: uid and type in upper case, the object as it came.
create table cpo_roaming_token (
    uid varchar(36) not null,
    owner varchar(6) not null,
    type varchar(36) not null,
    content varchar(20000) not null,
    primary key (uid, owner, type)
);

-- Which public URL of this node each platform was told last; who has no row knows the present one (node_fact 'url').

create table told_address (
    platform_id varchar(64)   not null primary key,
    url         varchar(2048) not null
);

alter table node_fact alter column fact set data type varchar(2048);

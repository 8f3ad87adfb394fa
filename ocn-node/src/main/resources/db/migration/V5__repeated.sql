-- Whether the platform had sent the same X-Request-ID a short while before.
alter table message add column repeated boolean default false not null;

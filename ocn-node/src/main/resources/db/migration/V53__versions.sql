-- A platform that speaks several versions is reached in each of them. The details of 2.2 and 2.2.1 were the only ones read before.
alter table endpoint add column ocpi_version varchar(16) default '2.2.1' not null;

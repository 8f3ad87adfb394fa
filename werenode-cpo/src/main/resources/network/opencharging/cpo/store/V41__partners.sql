-- How the last calls to partners went.
create table cpo_partner (
    party varchar(20) primary key,
    success_at timestamp(3) with time zone,
    failure_at timestamp(3) with time zone,
    trouble varchar(500)
);

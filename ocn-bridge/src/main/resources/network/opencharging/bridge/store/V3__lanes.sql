-- What is due to one partner is found without reading what waits for the others.
drop index bridge_outbox_due;
create index bridge_outbox_due on bridge_outbox (parked, next_at, id, to_party);
create index bridge_outbox_lane on bridge_outbox (parked, to_party, next_at, id);

-- Requests for charging profiles wait for their result like commands.
alter table bridge_command add column module varchar(64) default 'commands' not null;

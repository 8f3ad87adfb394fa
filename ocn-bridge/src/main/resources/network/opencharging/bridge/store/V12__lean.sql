-- One index less to keep up with every parcel: what waits for whom is counted on the one by which it is found.
drop index bridge_outbox_way;
drop index bridge_outbox_lane;
create index bridge_outbox_lane on bridge_outbox (parked, to_party, next_at, id, from_party, module, since);

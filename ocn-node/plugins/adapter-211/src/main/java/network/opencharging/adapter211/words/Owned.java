package network.opencharging.adapter211.words;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** 2.2.1 names the owner in every object; 2.1.1 does not. */
final class Owned {
    /** What OCPI writes where something cannot be known (OCPI 2.2.1 §8.3.2). */
    static final String NOT_AVAILABLE = "#NA";

    private Owned() {}

    static Json.Obj by(PartyId owner, Json.Obj object) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put("country_code", Json.text(owner.countryCode()));
        members.put("party_id", Json.text(owner.partyId()));
        object.members().forEach(members::putIfAbsent);
        return new Json.Obj(members);
    }
}

package network.opencharging.adapter211.way;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.party.PartyId;

import java.util.List;

/**
 * The same thing in both versions, as members of an object.
 *
 * @param old in 2.1.1
 * @param fresh in 2.2.1
 * @param owned whether 2.2.1 says whose it is
 * @param list whether it is one of a list
 */
record Thing(String old, String fresh, boolean owned, boolean list) {
    private static final String TOKEN_NAMED =
            "'cdr_token':{'country_code':'NL','party_id':'NIL','uid':'#NA','type':'OTHER','contract_id':'NLNILC1'}";
    private static final String PRICES =
            "'id':'T1','currency':'EUR','elements':[{'price_components':[{'type':'ENERGY','price':0.30,'step_size':1}]}]";

    static final Thing NOTHING = new Thing("", "", false, false);
    static final Thing LOCATION =
            owned(
                    "'id':'L1','type':'ON_STREET','postal_code':'1','time_zone':'Europe/Zurich'",
                    "'id':'L1','parking_type':'ON_STREET','postal_code':'1','time_zone':'Europe/Zurich','publish':true");
    static final Thing EVSE =
            part(
                    "'uid':'E1','connectors':[{'id':'1','power_type':'DC','voltage':400}]",
                    "'uid':'E1','connectors':[{'id':'1','power_type':'DC','max_voltage':400}]");
    static final Thing CONNECTOR =
            part(
                    "'id':'1','power_type':'DC','voltage':400",
                    "'id':'1','power_type':'DC','max_voltage':400");
    static final Thing SESSION =
            owned(
                    "'id':'S1','start_datetime':'t','auth_id':'NLNILC1','kwh':1.50",
                    "'id':'S1','start_date_time':'t'," + TOKEN_NAMED + ",'kwh':1.50");
    static final Thing COST = part("'total_cost':1.50", "'total_cost':{'excl_vat':1.50}");
    static final Thing CDR =
            owned(
                    "'id':'C1','stop_date_time':'t','auth_id':'NLNILC1','total_cost':2.10",
                    "'id':'C1','end_date_time':'t',"
                            + TOKEN_NAMED
                            + ",'total_cost':{'excl_vat':2.10}");
    static final Thing TARIFF = owned(PRICES, PRICES);
    static final Thing TOKEN =
            owned(
                    "'uid':'T1','type':'RFID','auth_id':'C1'",
                    "'uid':'T1','type':'RFID','contract_id':'C1'");
    static final Thing CONTRACT = part("'auth_id':'C2'", "'contract_id':'C2'");
    static final Thing ALLOWED = part("'allowed':'ALLOWED'", "'allowed':'ALLOWED'");
    static final Thing ACCEPTED = part("'result':'ACCEPTED'", "'result':'ACCEPTED'");
    static final Thing PLACE = part("'location_id':'L1'", "'location_id':'L1'");

    private static Thing owned(String old, String fresh) {
        return new Thing(old, fresh, true, false);
    }

    private static Thing part(String old, String fresh) {
        return new Thing(old, fresh, false, false);
    }

    /** What is sent with a command; its result goes to the sender. */
    static Thing order(String... members) {
        String all = String.join(",", members);
        return part(all, all.replace("'reservation_id':7", "'reservation_id':'7'"));
    }

    /** One of a list. */
    Thing listed() {
        return new Thing(old, fresh, owned, true);
    }

    /** As it is said in one of the versions. */
    Json said(boolean inOld, PartyId owner) {
        if (this.equals(NOTHING)) {
            return Json.Null.NULL;
        }
        String whose =
                "'country_code':'%s','party_id':'%s',"
                        .formatted(owner.countryCode(), owner.partyId());
        String members = inOld ? old : owned ? whose + fresh : fresh;
        Json object =
                JsonReader.standard().read(("{" + members + "}").replace('\'', '"')).orThrow();
        return list ? Json.array(List.of(object)) : object;
    }
}

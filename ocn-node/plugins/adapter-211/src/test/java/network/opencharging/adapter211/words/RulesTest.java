package network.opencharging.adapter211.words;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.party.PartyId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

/** The rules of docs/ocpi-2.1.1.md: what is supplied, what is dropped, what is refused. */
class RulesTest {
    private static final PartyId OWNER = new PartyId("DE", "ALC");
    private static final LocationWords LOCATIONS = new LocationWords("Europe/Zurich");
    private static final SessionWords SESSIONS = new SessionWords(Optional.empty());
    private static final CdrWords CDRS = new CdrWords(Optional.empty());

    @Test
    void aLocationGetsItsOwnerPublicationAndTimeZone() {
        assertThat(said(LOCATIONS.up(json("{'id':'L1','type':'UNKNOWN'}"), OWNER, true)))
                .isEqualTo(
                        json(
                                "{'country_code':'DE','party_id':'ALC','id':'L1','publish':true,'time_zone':'Europe/Zurich'}"));
    }

    @Test
    void whatIsNotPublishedIsNotTold() {
        assertThat(LOCATIONS.down(json("{'id':'L1','publish':false}"), true))
                .isInstanceOf(Saying.Not.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ALONG_MOTORWAY,OTHER",
        "ON_DRIVEWAY,OTHER",
        "ON_STREET,ON_STREET",
        "PARKING_LOT,PARKING_LOT"
    })
    void kindsOfParkingAreNamedAsFarAsTheyCanBe(String fresh, String old) {
        assertThat(said(LOCATIONS.down(json("{'parking_type':'" + fresh + "'}"), false)))
                .isEqualTo(json("{'type':'" + old + "'}"));
    }

    @Test
    void anEvseLosesConnectorsAndCapabilitiesWithoutANameAndGoesWithTheLast() {
        assertThat(
                        said(
                                LOCATIONS.down(
                                        json(
                                                "{'evses':[{'uid':'1','capabilities':['RFID_READER','PED_TERMINAL'],'connectors':[{'id':'1','standard':'GBT_DC'},{'id':'2','standard':'CHADEMO','max_voltage':400,'max_electric_power':50000,'tariff_ids':['T1','T2'],'power_type':'AC_2_PHASE'}]},{'uid':'2','connectors':[{'id':'1','standard':'CHAOJI'}]}],'facilities':['HOTEL','TRAM_STOP']}"),
                                        false)))
                .isEqualTo(
                        json(
                                "{'evses':[{'uid':'1','capabilities':['RFID_READER'],'connectors':[{'id':'2','standard':'CHADEMO','voltage':400,'tariff_id':'T1','power_type':'AC_1_PHASE'}]}],'facilities':['HOTEL']}"));
    }

    @Test
    void aSessionIsFoundByItsContractAndNamesWhereItIsByIds() {
        assertThat(
                        said(
                                SESSIONS.up(
                                        json(
                                                "{'id':'S1','auth_id':'DE8ACC12E46L89','location':{'id':'L1','evses':[{'uid':'E1','connectors':[{'id':'C1'}]}]},'total_cost':10.50}"),
                                        OWNER,
                                        true)))
                .isEqualTo(
                        json(
                                "{'country_code':'DE','party_id':'ALC','id':'S1','total_cost':{'excl_vat':10.50},'cdr_token':{'country_code':'DE','party_id':'8AC','uid':'#NA','type':'OTHER','contract_id':'DE8ACC12E46L89'},'location_id':'L1','evse_uid':'E1','connector_id':'C1'}"));
    }

    @Test
    void aSessionWithoutAContractIsOnlyForWhomIsKnownOtherwise() {
        Json.Obj old = json("{'auth_id':'0815'}");

        assertThat(SESSIONS.up(old, OWNER, true)).isInstanceOf(Saying.Not.class);
        assertThat(
                        said(new SessionWords(Optional.of(new PartyId("NL", "BOB")))
                                        .up(old, OWNER, true))
                                .text())
                .contains("\"party_id\":\"BOB\"", "\"contract_id\":\"0815\"");
    }

    @Test
    void taxesAndWhatHasNoNameAreDropped() {
        assertThat(
                        said(
                                SESSIONS.down(
                                        json(
                                                "{'total_cost':{'excl_vat':1.00,'incl_vat':1.19},'auth_method':'COMMAND','status':'RESERVATION','charging_periods':[{'tariff_id':'T','dimensions':[{'type':'POWER','volume':1},{'type':'ENERGY','volume':2.0}]}]}"),
                                        false)))
                .isEqualTo(
                        json(
                                "{'total_cost':1.00,'auth_method':'AUTH_REQUEST','status':'PENDING','charging_periods':[{'dimensions':[{'type':'ENERGY','volume':2.0}]}]}"));
    }

    @Test
    void aFlatDimensionHasNoCounterpart() {
        assertThat(
                        said(
                                SESSIONS.up(
                                        json(
                                                "{'charging_periods':[{'dimensions':[{'type':'FLAT','volume':1}]}]}"),
                                        OWNER,
                                        false)))
                .isEqualTo(json("{'charging_periods':[{'dimensions':[]}]}"));
    }

    @Test
    void aCreditIsNeverTurnedIntoACharge() {
        assertThat(CDRS.down(json("{'id':'C1','credit':true,'total_cost':{'excl_vat':-5}}"), true))
                .isInstanceOf(Saying.Not.class);
    }

    @Test
    void aCdrTellsWhereInTheWordsOfEach() {
        Json.Obj old =
                json(
                        "{'auth_id':'DE8ACC1','location':{'id':'L1','type':'UNKNOWN','address':'A','city':'B','postal_code':'1','country':'DEU','coordinates':{'latitude':'1','longitude':'2'},'evses':[{'uid':'E1','status':'UNKNOWN','connectors':[{'id':'C1','standard':'CHADEMO','format':'CABLE','power_type':'DC','voltage':0,'amperage':0,'last_updated':'t'}],'last_updated':'t'}],'last_updated':'t'},'last_updated':'t'}");

        Json.Obj fresh = said(CDRS.up(old, OWNER, true));

        assertThat(fresh.objectOf("cdr_location").orElseThrow())
                .isEqualTo(
                        json(
                                "{'id':'L1','address':'A','city':'B','postal_code':'1','country':'DEU','coordinates':{'latitude':'1','longitude':'2'},'evse_uid':'E1','evse_id':'#NA','connector_id':'C1','connector_standard':'CHADEMO','connector_format':'CABLE','connector_power_type':'DC'}"));
        assertThat(said(CDRS.down(fresh, true))).isEqualTo(old);
    }

    @Test
    void anElementWithARestrictionThatHasNoNameIsDroppedWhole() {
        TariffWords tariffs = new TariffWords();

        assertThat(
                        said(
                                tariffs.down(
                                        json(
                                                "{'id':'T','max_price':{'excl_vat':9},'elements':[{'price_components':[{'price':0.30,'vat':19.0}]},{'price_components':[{'price':0.10}],'restrictions':{'reservation':'RESERVATION'}}]}"),
                                        true)))
                .isEqualTo(json("{'id':'T','elements':[{'price_components':[{'price':0.30}]}]}"));
        assertThat(tariffs.down(json("{'elements':[{'restrictions':{'min_current':1}}]}"), true))
                .isInstanceOf(Saying.Not.class);
    }

    @Test
    void commandsAreOrderedAndAnsweredInTheWordsOfEach() {
        assertThat(
                        said(
                                new CommandWords("START_SESSION")
                                        .down(
                                                json(
                                                        "{'response_url':'u','token':{'uid':'1','contract_id':'C','type':'APP_USER','country_code':'DE','party_id':'ALC'},'location_id':'L','connector_id':'1'}"),
                                                true)))
                .isEqualTo(
                        json(
                                "{'response_url':'u','token':{'uid':'1','auth_id':'C','type':'OTHER'},'location_id':'L'}"));
        assertThat(
                        said(
                                new CommandWords("UNLOCK_CONNECTOR")
                                        .down(json("{'connector_id':'1'}"), true)))
                .isEqualTo(json("{'connector_id':'1'}"));
        assertThat(
                        said(
                                new CommandWords("RESERVE_NOW")
                                        .up(json("{'reservation_id':7}"), OWNER, true)))
                .isEqualTo(json("{'reservation_id':'7'}"));
        assertThat(new CommandWords("RESERVE_NOW").down(json("{'reservation_id':'abc'}"), true))
                .isInstanceOf(Saying.Not.class);
        assertThat(new CommandWords("CANCEL_RESERVATION").down(json("{}"), true))
                .isInstanceOf(Saying.Not.class);
        assertThat(said(ResultWords.AT_ONCE.up(json("{'result':'TIMEOUT'}"), OWNER, true)))
                .isEqualTo(json("{'result':'REJECTED','timeout':30}"));
        assertThat(said(ResultWords.LATER.down(json("{'result':'EVSE_OCCUPIED'}"), true)))
                .isEqualTo(json("{'result':'REJECTED'}"));
    }

    @Test
    void anAuthorisationGetsTheTokenThatWasAskedAbout() {
        AuthorizationWords words = new AuthorizationWords("U1", "RFID", Json.text("t"));

        Json.Obj fresh = said(words.up(json("{'allowed':'ALLOWED'}"), OWNER, true));

        assertThat(fresh.objectOf("token").orElseThrow().text())
                .contains("\"uid\":\"U1\"", "\"valid\":true", "\"whitelist\":\"NEVER\"");
        assertThat(said(words.down(fresh, true))).isEqualTo(json("{'allowed':'ALLOWED'}"));
    }

    private static Json.Obj said(Saying saying) {
        assertThat(saying).isInstanceOf(Saying.Of.class);
        return ((Saying.Of) saying).object();
    }

    private static Json.Obj json(String text) {
        return (Json.Obj) JsonReader.standard().read(text.replace('\'', '"')).orThrow();
    }
}

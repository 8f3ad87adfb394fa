package network.opencharging.adapter211.way;

import static network.opencharging.adapter211.way.Cast.OLGA;
import static network.opencharging.adapter211.way.Cast.OTTO;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.adapter211.way.Partner.Said;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Olga's CPO and Otto's eMSP speak 2.1.1; Nina's CPO and Nils's eMSP speak 2.2.1. All are at one
 * node with the adapter, over real sockets.
 */
class OldPlatformsTest {
    @TempDir private static Path folder = Path.of("");
    private static Cast cast;
    private static WholeNode node;
    private static Partner olga;
    private static Partner otto;
    private static Partner nina;
    private static Partner nils;

    @BeforeAll
    static void start() throws IOException {
        cast = new Cast(folder);
        node = cast.node;
        olga = cast.olga;
        otto = cast.otto;
        nina = cast.nina;
        nils = cast.nils;
    }

    @AfterAll
    static void stop() {
        cast.close();
    }

    @BeforeEach
    void forget() {
        cast.forget();
    }

    @Test
    void credentialsAreThoseOfOnePartyWithoutRoles() {
        assertThat(cast.registered.data())
                .contains("\"party_id\":\"OCN\"", "\"country_code\":\"CH\"", "business_details")
                .doesNotContain("roles");
        WholeNode.Reply details = olga.asks(node, "GET", "/ocpi/2.1.1", OLGA, "");
        assertThat(details.data())
                .contains(
                        "{\"identifier\":\"locations\",\"url\":\"%s/ocpi/2.1.1/locations\"}"
                                .formatted(node.url()))
                .doesNotContain("SENDER");
    }

    @Test
    void whatAnOldCpoPushesReachesEveryProviderInItsOwnWords() {
        WholeNode.Reply reply =
                olga.asks(
                        node,
                        "PUT",
                        "/ocpi/2.1.1/locations/DE/OLG/L1",
                        OLGA,
                        "{'id':'L1','type':'ON_STREET','last_updated':'t'}");

        assertThat(reply.code()).as(reply.body().text()).isEqualTo("1000");
        await().until(() -> !nils.seen().isEmpty() && !otto.seen().isEmpty());
        assertThat(nils.last().target()).isEqualTo("/RECEIVER/locations/DE/OLG/L1");
        assertThat(nils.last().body().text())
                .contains("\"parking_type\":\"ON_STREET\"", "\"publish\":true", "OLG");
        assertThat(nils.last().header("Ocpi-to-party-id")).isEqualTo("NIL");
        assertThat(otto.last().target()).isEqualTo("/locations/DE/OLG/L1");
        assertThat(otto.last().body().text())
                .isEqualTo(
                        "{\"id\":\"L1\",\"type\":\"ON_STREET\",\"last_updated\":\"t\",\"postal_code\":\"#NA\",\"time_zone\":\"Etc/UTC\"}"
                                .replace(
                                        ",\"postal_code\":\"#NA\",\"time_zone\":\"Etc/UTC\"",
                                        ",\"time_zone\":\"Etc/UTC\",\"postal_code\":\"#NA\""));
        assertThat(otto.last().headers())
                .as("an old platform is shown its token as it is, and no routing headers")
                .doesNotContainKeys("Ocpi-to-party-id", "Ocpi-from-party-id");
        assertThat(otto.last().header("Authorization")).isEqualTo("Token token-of-OTT");
    }

    @Test
    void aSessionAndACdrFindTheProviderByTheContract() {
        String session =
                "{'id':'S1','auth_id':'NLNILC1234','kwh':1.50,'location':{'id':'L1'},'last_updated':'t'}";

        olga.asks(node, "PUT", "/ocpi/2.1.1/sessions/DE/OLG/S1", OLGA, session);
        assertThat(nils.last().target()).isEqualTo("/RECEIVER/sessions/DE/OLG/S1");
        assertThat(nils.last().body().text())
                .contains(
                        "\"kwh\":1.50", "\"contract_id\":\"NLNILC1234\"", "\"location_id\":\"L1\"");

        olga.asks(node, "PATCH", "/ocpi/2.1.1/sessions/DE/OLG/S1", OLGA, "{'kwh':2.50}");
        assertThat(nils.last().method()).isEqualTo("PATCH");
        assertThat(nils.last().body().text()).isEqualTo("{\"kwh\":2.50}");

        nils.answers(_ -> Said.done().with("Location", nils.url() + "/RECEIVER/cdrs/C1"));
        WholeNode.Reply posted =
                olga.asks(
                        node,
                        "POST",
                        "/ocpi/2.1.1/cdrs",
                        OLGA,
                        "{'id':'C1','auth_id':'NLNILC1234','total_cost':9.90,'last_updated':'t'}");
        assertThat(nils.last().body().text()).contains("\"total_cost\":{\"excl_vat\":9.90}");
        assertThat(posted.header("location"))
                .startsWith(node.url() + "/ocpi/2.1.1/at/NL/NIL/receiver/cdrs/");
        nils.answers(_ -> Said.data("{'id':'C1','total_cost':{'excl_vat':9.90,'incl_vat':11}}"));
        assertThat(olga.asks(node, "GET", posted.header("location"), OLGA, "").data())
                .isEqualTo("{\"id\":\"C1\",\"total_cost\":9.90}");
    }

    @Test
    void anOldProviderReadsListsOfEverybodyPageByPage() {
        nina.answers(seen ->
                seen.target().contains("offset=1")
                        ? Said.data("[{'country_code':'NL','party_id':'NIN','id':'L2'}]")
                        : Said.data(
                                        "[{'country_code':'NL','party_id':'NIN','id':'L1','publish':true},{'id':'L0','publish':false}]")
                                .with(
                                        "Link",
                                        "<%s/SENDER/locations?offset=1>; rel=\"next\""
                                                .formatted(nina.url())));

        WholeNode.Reply first =
                otto.asks(node, "GET", "/ocpi/2.1.1/at/NL/NIN/sender/locations", OTTO, "");
        assertThat(first.data())
                .isEqualTo("[{\"id\":\"L1\",\"type\":\"UNKNOWN\",\"postal_code\":\"#NA\"}]");
        String next = first.header("link").replaceAll("<|>.*", "");
        assertThat(next).startsWith(node.url() + "/ocpi/2.1.1/at/NL/NIN/sender/locations/page/");
        assertThat(otto.asks(node, "GET", next, OTTO, "").data()).contains("L2");

        olga.answers(_ -> Said.data("[{'id':'L9','type':'ON_STREET'}]"));
        assertThat(otto.asks(node, "GET", "/ocpi/2.1.1/locations?limit=10", OTTO, "").data())
                .as("gathered from both")
                .contains("\"id\":\"L9\"", "\"type\":\"ON_STREET\"", "\"id\":\"L1\"");
    }

    @Test
    void aCommandFindsItsWayByTheLocationAndItsResultTheWayBack() {
        nina.answers(_ -> Said.data("[{'country_code':'NL','party_id':'NIN','id':'L1'}]"));
        otto.asks(node, "GET", "/ocpi/2.1.1/locations", OTTO, "");
        nina.answers(_ -> Said.data("{'result':'ACCEPTED','timeout':10}"));

        WholeNode.Reply reply =
                otto.asks(
                        node,
                        "POST",
                        "/ocpi/2.1.1/commands/START_SESSION",
                        OTTO,
                        "{'response_url':'%s/results/1','token':{'uid':'1','auth_id':'C','type':'RFID'},'location_id':'L1'}"
                                .formatted(otto.url()));

        assertThat(reply.data()).as(reply.body().text()).isEqualTo("{\"result\":\"ACCEPTED\"}");
        assertThat(nina.last().body().text()).contains("\"contract_id\":\"C\"", "OTT");
        String url =
                nina.last().body().text().replaceAll(".*\"response_url\":\"([^\"]+)\".*", "$1");
        nina.asks(node, "POST", url, OTTO, "{'result':'EVSE_OCCUPIED'}");
        assertThat(otto.last().target()).isEqualTo("/results/1");
        assertThat(otto.last().body().text()).isEqualTo("{\"result\":\"REJECTED\"}");
    }

    @Test
    void anOldCpoTakesCommandsAndPostsTheirResultWithoutHeaders() {
        olga.answers(_ -> Said.data("{'result':'ACCEPTED'}"));

        WholeNode.Reply reply =
                nils.asks(
                        node,
                        "POST",
                        "/ocpi/receiver/2.2.1/commands/STOP_SESSION",
                        OLGA,
                        "{'response_url':'%s/results/2','session_id':'S1'}".formatted(nils.url()));

        assertThat(reply.data()).isEqualTo("{\"result\":\"ACCEPTED\",\"timeout\":30}");
        assertThat(olga.last().target()).isEqualTo("/commands/STOP_SESSION");
        String url =
                olga.last().body().text().replaceAll(".*\"response_url\":\"([^\"]+)\".*", "$1");
        assertThat(url).startsWith(node.url() + "/ocpi/2.1.1/at/NL/NIL/sender/commands/");
        olga.asks(node, "POST", url, OLGA, "{'result':'TIMEOUT'}");
        assertThat(nils.last().target()).isEqualTo("/results/2");
        assertThat(nils.last().body().text()).isEqualTo("{\"result\":\"TIMEOUT\"}");
    }

    @Test
    void tokensAndAuthorisationsGoBothWays() {
        otto.asks(
                node,
                "PUT",
                "/ocpi/2.1.1/tokens/DE/OTT/T1?type=RFID",
                OTTO,
                "{'uid':'T1','auth_id':'C1','type':'RFID'}");
        await().until(() -> !nina.seen().isEmpty() && !olga.seen().isEmpty());
        assertThat(nina.last().body().text()).contains("\"contract_id\":\"C1\"", "OTT");
        assertThat(nina.last().target()).isEqualTo("/RECEIVER/tokens/DE/OTT/T1?type=RFID");
        assertThat(olga.last().body().text())
                .isEqualTo("{\"uid\":\"T1\",\"auth_id\":\"C1\",\"type\":\"RFID\"}");

        otto.answers(_ -> Said.data("{'allowed':'ALLOWED'}"));
        assertThat(
                        nina.asks(
                                        node,
                                        "POST",
                                        "/ocpi/sender/2.2.1/tokens/T1/authorize",
                                        OTTO,
                                        "{'location_id':'L1'}")
                                .data())
                .contains("\"allowed\":\"ALLOWED\"", "\"uid\":\"T1\"", "\"party_id\":\"OTT\"");
        assertThat(olga.asks(node, "POST", "/ocpi/2.1.1/tokens/T1/authorize", OLGA, "{}").data())
                .as("it was told whose the token is")
                .isEqualTo("{\"allowed\":\"ALLOWED\"}");
    }

    @Test
    void tariffsAreReadAndRemoved() {
        olga.answers(
                _ -> Said.data("[{'id':'T1','elements':[{'price_components':[{'price':0.30}]}]}]"));
        assertThat(nils.asks(node, "GET", "/ocpi/sender/2.2.1/tariffs", OLGA, "").data())
                .contains("\"country_code\":\"DE\"", "\"price\":0.30");

        olga.asks(node, "DELETE", "/ocpi/2.1.1/at/NL/NIL/receiver/tariffs/DE/OLG/T1", OLGA, "");
        assertThat(nils.last().method() + " " + nils.last().target())
                .isEqualTo("DELETE /RECEIVER/tariffs/DE/OLG/T1");
    }
}

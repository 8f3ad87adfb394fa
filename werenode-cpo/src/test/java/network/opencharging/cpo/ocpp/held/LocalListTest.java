package network.opencharging.cpo.ocpp.held;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cpo.admin.AdminClient;
import network.opencharging.cpo.config.CpoUnderTest;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The local list of a station, from the operator's command to what he sees of it afterwards. */
class LocalListTest {
    @TempDir private static Path folder = Path.of("");
    private static CpoUnderTest cpo;

    @BeforeAll
    static void start() {
        cpo = CpoUnderTest.start(folder);
    }

    @AfterAll
    static void stop() {
        cpo.close();
    }

    private static List<String> tokens(JsonNode content) {
        return List.copyOf(content.propertyNames());
    }

    @ParameterizedTest
    @EnumSource
    void aLocalListIsKeptAsTheStationAcknowledgedIt(Spoken spoken) {
        try (HoldingStation station = new HoldingStation(cpo, spoken)) {
            station.is("SendLocalList", spoken.full(3, "A", "B"));
            station.is("SendLocalList", spoken.more(4, "C"));
            station.is("SendLocalList", spoken.fewer(5, "A"));

            JsonNode list = station.only();
            assertThat(list.path("kind").asString()).isEqualTo("LOCAL_LIST");
            assertThat(list.path("state").asString()).isEqualTo("HELD");
            assertThat(list.path("acknowledgedVersion").asInt()).isEqualTo(5);
            assertThat(tokens(list.path("acknowledged")))
                    .containsExactlyInAnyOrder(spoken.named("B"), spoken.named("C"));
            assertThat(list.path("sent").isNull()).isTrue();

            station.is("SendLocalList", spoken.full(6, "D"), "{'status':'Failed'}");
            JsonNode refused = station.only();
            assertThat(refused.path("state").asString()).isEqualTo("REFUSED");
            assertThat(refused.path("said").asString()).isEqualTo("Failed");
            assertThat(refused.path("acknowledgedVersion").asInt()).isEqualTo(5);
            assertThat(refused.path("sentVersion").asInt()).isEqualTo(6);
            assertThat(tokens(refused.path("sent"))).containsExactly(spoken.named("D"));
        }
    }

    /** 1.6 §5.15, 2.0.1 D01: after a change that cannot be applied comes the whole list. */
    @ParameterizedTest
    @EnumSource
    void aStationThatCouldNotApplyAChangeIsSentTheWholeList(Spoken spoken) {
        try (HoldingStation station = new HoldingStation(cpo, spoken)) {
            station.is("SendLocalList", spoken.full(1, "A"));
            station.is("SendLocalList", spoken.more(2, "B"), "{'status':'VersionMismatch'}");

            JsonNode again = station.socket().answers("{'status':'Accepted'}");

            assertThat(again.get(2).asString()).isEqualTo("SendLocalList");
            assertThat(again.get(3).path("updateType").asString()).isEqualTo("Full");
            assertThat(again.get(3).path("localAuthorizationList")).hasSize(2);
            station.hasList(2);
            assertThat(tokens(station.only().path("acknowledged")))
                    .containsExactlyInAnyOrder(spoken.named("A"), spoken.named("B"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStationThatHasAnotherVersionIsSentTheWholeList(Spoken spoken) {
        try (HoldingStation station = new HoldingStation(cpo, spoken)) {
            station.is("SendLocalList", spoken.full(7, "A", "B"));
            station.is("GetLocalListVersion", "{}", spoken.hasVersion(7));
            assertThat(station.socket().unheard()).isZero();
            station.is("GetLocalListVersion", "{}", spoken.hasVersion(0));

            JsonNode again = station.socket().answers("{'status':'Accepted'}");

            assertThat(again.get(3).path("updateType").asString()).isEqualTo("Full");
            assertThat(again.get(3).path("localAuthorizationList")).hasSize(2);
            station.hasList(7);
        }
    }

    /** A new board, an empty memory: nobody has to think of it. */
    @ParameterizedTest
    @EnumSource
    void afterItsStartAStationIsAskedForItsListAndSentItIfItIsGone(Spoken spoken) {
        String id = "START-" + spoken;
        try (HoldingStation before = new HoldingStation(cpo, spoken, id)) {
            before.is("SendLocalList", spoken.full(9, "A"));
        }
        cpo.close();
        cpo = CpoUnderTest.start(folder);
        try (HoldingStation station = new HoldingStation(cpo, spoken, id)) {
            station.hasList(9);
            station.socket().asks("BootNotification", spoken.boot());
            isAskedForItsList(station, spoken.hasVersion(0));
            JsonNode again = station.hearsCall();
            assertThat(again.get(2).asString()).isEqualTo("SendLocalList");
            assertThat(again.get(3).path("localAuthorizationList")).hasSize(1);
            station.answers(again, "{'status':'Accepted'}");
            station.hasList(9);
        }
    }

    /** With its next word; the answer to that may come before or after. */
    private static void isAskedForItsList(HoldingStation station, String answer) {
        station.socket().says("[2,'word','Heartbeat',{}]");
        JsonNode asked = station.hearsCall();
        assertThat(asked.get(2).asString()).isEqualTo("GetLocalListVersion");
        station.answers(asked, answer);
    }

    /** It may hold it or not: both are shown, and the next answer settles it. */
    @ParameterizedTest
    @EnumSource
    void whatWasNotAnsweredIsNotTakenForHeld(Spoken spoken) {
        try (HoldingStation station = new HoldingStation(cpo, spoken)) {
            station.is("SendLocalList", spoken.full(1, "A"));
            CompletableFuture<AdminClient.Answer> given =
                    station.isSent("SendLocalList", spoken.full(2, "B"));
            assertThat(station.socket().hears().get(2).asString()).isEqualTo("SendLocalList");
            assertThat(station.only().path("state").asString()).isEqualTo("SENT");
            station.socket().losesPower();
            assertThat(given.join().body().path("state").asString()).isEqualTo("UNANSWERED");

            JsonNode list = station.only();
            assertThat(list.path("state").asString()).isEqualTo("UNKNOWN");
            assertThat(list.path("acknowledgedVersion").asInt()).isEqualTo(1);
            assertThat(list.path("sentVersion").asInt()).isEqualTo(2);

            try (HoldingStation back = new HoldingStation(cpo, spoken, station.id())) {
                back.is("GetLocalListVersion", "{}", spoken.hasVersion(2));
                back.hasList(2);
            }
        }
    }
}

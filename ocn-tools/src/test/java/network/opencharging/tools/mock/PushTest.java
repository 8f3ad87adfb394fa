package network.opencharging.tools.mock;

import static network.opencharging.tools.mock.Cast.ALICE;
import static network.opencharging.tools.mock.Cast.BOB;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.mock.shelf.ObjectKey;
import network.opencharging.tools.ocpi.call.Call;
import network.opencharging.tools.ocpi.call.OcpiCaller;
import network.opencharging.tools.ocpi.call.Reply;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.Optional;

/** What a receiver's interfaces take from those who push. */
class PushTest {
    private Cast cast;

    @BeforeEach
    void connect() throws IOException {
        cast = Cast.connected();
    }

    @AfterEach
    void close() {
        cast.close();
    }

    @Test
    void aLocationIsCreatedReplacedPatchedAndRead() throws IOException {
        ObjectNode location = cast.alice.stock().locations().find("LOC1").orElseThrow();

        assertThat(status(alice("PUT", ModuleId.LOCATIONS, "/DE/ALC/LOC1", location)))
                .isEqualTo("201 1000");
        assertThat(status(alice("PUT", ModuleId.LOCATIONS, "/DE/ALC/LOC1", location)))
                .isEqualTo("200 1000");
        assertThat(
                        status(
                                alice(
                                        "PATCH",
                                        ModuleId.LOCATIONS,
                                        "/de/alc/loc1",
                                        patch("name", "Old harbour"))))
                .isEqualTo("200 1000");

        Reply read = alice("GET", ModuleId.LOCATIONS, "/DE/ALC/LOC1");
        assertThat(read.data().orElseThrow().path("name").asString()).isEqualTo("Old harbour");
        assertThat(read.data().orElseThrow().path("city")).isEqualTo(location.path("city"));
    }

    @Test
    void aChangeOfAnEvseOrAConnectorLiftsTheLocation() throws IOException {
        ObjectNode location = cast.alice.stock().locations().find("LOC1").orElseThrow();
        alice("PUT", ModuleId.LOCATIONS, "/DE/ALC/LOC1", location);

        alice("PATCH", ModuleId.LOCATIONS, "/DE/ALC/LOC1/LOC1-E1", patch("status", "CHARGING"));
        ObjectNode after = received("LOC1");
        assertThat(after.path("evses").path(0).path("status").asString()).isEqualTo("CHARGING");
        assertThat(after.path("last_updated").asString()).isEqualTo("2026-06-01T12:30:00Z");

        ObjectNode connector =
                location.path("evses").path(1).path("connectors").path(0).deepCopy().asObject();
        connector.put("max_amperage", 16).put("last_updated", "2026-06-01T12:40:00Z");
        alice("PUT", ModuleId.LOCATIONS, "/DE/ALC/LOC1/LOC1-E2/1", connector);
        assertThat(received("LOC1").at("/evses/1/connectors/0/max_amperage").intValue())
                .isEqualTo(16);
        assertThat(received("LOC1").path("last_updated").asString())
                .isEqualTo("2026-06-01T12:40:00Z");
        assertThat(status(alice("GET", ModuleId.LOCATIONS, "/DE/ALC/LOC1/LOC1-E2/1")))
                .isEqualTo("200 1000");
        assertThat(status(alice("GET", ModuleId.LOCATIONS, "/DE/ALC/LOC1/NONE")))
                .isEqualTo("404 2001");
    }

    @Test
    void aTariffCanBeDeletedOnce() throws IOException {
        ObjectNode tariff = cast.alice.stock().tariffs().find("T-AC").orElseThrow();
        alice("PUT", ModuleId.TARIFFS, "/DE/ALC/T-AC", tariff);

        assertThat(status(alice("DELETE", ModuleId.TARIFFS, "/DE/ALC/T-AC"))).isEqualTo("200 1000");
        assertThat(status(alice("DELETE", ModuleId.TARIFFS, "/DE/ALC/T-AC"))).isEqualTo("404 2001");
    }

    @Test
    void whatAModuleHasNotIsNotAllowed() throws IOException {
        assertThat(status(alice("PATCH", ModuleId.TARIFFS, "/DE/ALC/T-AC", patch("id", "x"))))
                .isEqualTo("405 2000");
        assertThat(status(alice("DELETE", ModuleId.SESSIONS, "/DE/ALC/S1"))).isEqualTo("405 2000");
    }

    @Test
    void aPatchWithoutLastUpdatedAndAPatchOfNothingAreRefused() throws IOException {
        ObjectNode noTime = JsonText.object("{\"kwh\":1.5}");

        assertThat(status(alice("PATCH", ModuleId.SESSIONS, "/DE/ALC/S1", noTime)))
                .isEqualTo("200 2001");
        assertThat(status(alice("PATCH", ModuleId.SESSIONS, "/DE/ALC/S1", patch("kwh", "1"))))
                .isEqualTo("404 2001");
    }

    @Test
    void anObjectMustBeTheOneThatTheUrlNames() throws IOException {
        ObjectNode tariff = cast.alice.stock().tariffs().find("T-AC").orElseThrow();

        assertThat(status(alice("PUT", ModuleId.TARIFFS, "/DE/ALC/T-DC", tariff)))
                .isEqualTo("200 2001");
        assertThat(status(alice("PUT", ModuleId.TARIFFS, "/FR/ALC/T-AC", tariff)))
                .isEqualTo("200 2001");
    }

    @Test
    void theEmspPushesATokenAndBlocksIt() throws IOException {
        ObjectNode token = cast.bob.tokens().find("04B0B0B0C0FFEE").orElseThrow();
        OcpiCaller bob = cast.bob.platform().caller();
        Call put =
                Call.of(
                        "PUT",
                        ModuleId.TOKENS,
                        InterfaceRole.RECEIVER,
                        "/NL/BOB/04B0B0B0C0FFEE?type=RFID",
                        ALICE);
        ObjectNode block =
                JsonText.object("{\"valid\":false}").put("last_updated", "2026-06-01T12:30:00Z");

        assertThat(status(bob.send(put.with(token)))).isEqualTo("201 1000");
        assertThat(
                        status(
                                bob.send(
                                        Call.of(
                                                        "PATCH",
                                                        ModuleId.TOKENS,
                                                        InterfaceRole.RECEIVER,
                                                        "/NL/BOB/04B0B0B0C0FFEE",
                                                        ALICE)
                                                .with(block))))
                .isEqualTo("200 1000");
        assertThat(
                        cast.alice
                                .tokens()
                                .find(new ObjectKey(BOB, "04b0b0b0c0ffee"))
                                .orElseThrow()
                                .path("valid")
                                .booleanValue())
                .isFalse();
    }

    @Test
    void numbersArriveAsTheyWereWritten() throws IOException {
        ObjectNode session =
                JsonText.object(
                        """
                        {"country_code":"DE","party_id":"ALC","id":"S1","kwh":12.2000,
                         "last_updated":"2026-06-01T12:00:00Z"}
                        """);

        alice("PUT", ModuleId.SESSIONS, "/DE/ALC/S1", session);

        Reply read = alice("GET", ModuleId.SESSIONS, "/DE/ALC/S1");
        assertThat(read.answer().body()).contains("\"kwh\":12.2000");
    }

    private ObjectNode received(String location) {
        PartyId owner = ALICE;
        return cast.bob.received().locations().find(new ObjectKey(owner, location)).orElseThrow();
    }

    private Reply alice(String method, ModuleId module, String suffix) throws IOException {
        return alice(method, module, suffix, Optional.empty());
    }

    private Reply alice(String method, ModuleId module, String suffix, ObjectNode body)
            throws IOException {
        return alice(method, module, suffix, Optional.of(body));
    }

    private Reply alice(String method, ModuleId module, String suffix, Optional<ObjectNode> body)
            throws IOException {
        Call call = Call.of(method, module, InterfaceRole.RECEIVER, suffix, BOB);
        return cast.alice.platform().caller().send(body.map(call::with).orElse(call));
    }

    private static ObjectNode patch(String field, String value) {
        return JsonText.object("{\"last_updated\":\"2026-06-01T12:30:00Z\"}").put(field, value);
    }

    private static String status(Reply reply) {
        return reply.exchange().answer().line();
    }
}

package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.node.config.RunningNode.Answer;
import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.platform.OcpiVersion;
import network.opencharging.node.platform.Platforms;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/** Registering in each of the versions that the node offers. */
class VersionsDeskTest {
    private static final PartyId ALICE = new PartyId("DE", "ALC");
    private static final PartyId DAVE = new PartyId("DE", "DAV");

    @TempDir private static Path folder = Path.of("");
    private static RunningNode node;

    private final StubPlatform alice = new StubPlatform();
    private final StubPlatform dave = new StubPlatform();

    @BeforeAll
    static void startNode() {
        node = RunningNode.start(folder, ALICE, DAVE);
    }

    @AfterAll
    static void stopNode() {
        node.close();
    }

    @BeforeEach
    void nobodyIsThere() {
        node.forgetEverybody();
    }

    @AfterEach
    void stop() {
        alice.close();
        dave.close();
    }

    @Test
    void theVersionsAreListedTheLatestFirstEachWithItsDetails() {
        String tokenA = node.invite(ALICE);

        Answer versions = node.call("GET", "/ocpi/versions", tokenA);
        assertThat(versions.body().member("data").orElseThrow().text())
                .isEqualTo(
                        "[{\"version\":\"2.3.0\",\"url\":\"%1$s/ocpi/2.3.0\"},{\"version\":\"2.2.1\",\"url\":\"%1$s/ocpi/2.2.1\"},{\"version\":\"2.2\",\"url\":\"%1$s/ocpi/2.2\"}]"
                                .formatted(node.url()));
        assertThat(node.call("GET", "/ocpi/2.3.0", tokenA).data().text())
                .contains(
                        "\"identifier\":\"payments\",\"role\":\"SENDER\",\"url\":\"%s/ocpi/sender/2.3.0/payments\""
                                .formatted(node.url()),
                        "\"identifier\":\"Booking\"",
                        "\"identifier\":\"invoicereconciliation\"",
                        "/ocpi/2.3.0/credentials",
                        "/ocpi/2.3.0/hubclientinfo",
                        "/ocpi/receiver/2.3.0/ocnrules");
        assertThat(node.call("GET", "/ocpi/2.2.1", tokenA).data().text())
                .doesNotContain("payments");
        Answer unknown = node.call("GET", "/ocpi/9.9", tokenA);
        assertThat(unknown.http()).isEqualTo(404);
        assertThat(unknown.code()).isEqualTo("3002");
    }

    @Test
    void in230TheHubNamesItselfByItsPartyAndListsWhomItReaches() {
        register(dave, DAVE, "2.2.1");
        alice.listVersions(alice.versionsOf("2.3.0"));

        Answer registered =
                node.call(
                        "POST",
                        "/ocpi/2.3.0/credentials",
                        node.invite(ALICE),
                        alice.credentials(ALICE));

        assertThat(registered.code()).as(registered.message()).isEqualTo("1000");
        Json.Obj ours = registered.data();
        assertThat(ours.textOf("hub_party_id")).contains("CHOCN");
        assertThat(ours.member("roles").orElseThrow().text())
                .contains("\"party_id\":\"DAV\"", "\"name\":\"Stub\"", "\"party_id\":\"SOU\"")
                .doesNotContain("HUB", "ALC");
        assertThat(node.call("GET", "/ocpi/2.2.1/credentials", registered.token()).data().text())
                .as("the same platform, asked in the other version")
                .contains("\"role\":\"HUB\"")
                .doesNotContain("hub_party_id");
    }

    @Test
    void whatBothSpeakIsReadEachVersionForItself() {
        alice.listVersions(alice.versionsOf("2.2", "2.3.0", "2.2.1"));

        register(alice, ALICE, "2.3.0");

        ConnectedPlatform stored = node.bean(Platforms.class).byParty(ALICE).getFirst();
        assertThat(stored.connection().version()).isEqualTo(OcpiVersion.V2_3_0);
        assertThat(stored.connection().versions())
                .as("2.2 says nothing that 2.2.1 does not say")
                .containsExactly(OcpiVersion.V2_3_0, OcpiVersion.V2_2_1);
        for (OcpiVersion version : List.of(OcpiVersion.V2_3_0, OcpiVersion.V2_2)) {
            assertThat(
                            stored.connection()
                                    .endpoint(version, ModuleId.LOCATIONS, InterfaceRole.SENDER))
                    .isPresent();
        }
    }

    @Test
    void aSecondVersionThatCannotBeReadIsLeftOut() {
        alice.listVersions(
                "[{\"version\":\"2.3.0\",\"url\":\"%1$s/nowhere\"},{\"version\":\"2.2.1\",\"url\":\"%1$s/ocpi/2.2.1\"}]"
                        .formatted(alice.url()));

        register(alice, ALICE, "2.2.1");

        ConnectedPlatform stored = node.bean(Platforms.class).byParty(ALICE).getFirst();
        assertThat(stored.connection().versions()).containsExactly(OcpiVersion.V2_2_1);
    }

    @Test
    void aVersionThatItWasCalledUnderMustBeInOrder() {
        alice.listVersions(
                "[{\"version\":\"2.3.0\",\"url\":\"%1$s/nowhere\"},{\"version\":\"2.2.1\",\"url\":\"%1$s/ocpi/2.2.1\"}]"
                        .formatted(alice.url()));

        Answer refused =
                node.call(
                        "POST",
                        "/ocpi/2.3.0/credentials",
                        node.invite(ALICE),
                        alice.credentials(ALICE));

        assertThat(refused.code()).isEqualTo("3001");
        assertThat(node.bean(Platforms.class).byParty(ALICE)).isEmpty();
    }

    @Test
    void aRenewalUnderAnotherVersionMovesThere() {
        String token = register(alice, ALICE, "2.2.1");
        alice.listVersions(alice.versionsOf("2.2.1", "2.3.0"));

        Answer renewed =
                node.call("PUT", "/ocpi/2.3.0/credentials", token, alice.credentials(ALICE));

        assertThat(renewed.code()).as(renewed.message()).isEqualTo("1000");
        assertThat(renewed.data().textOf("hub_party_id")).isPresent();
        assertThat(node.bean(Platforms.class).byParty(ALICE).getFirst().connection().version())
                .isEqualTo(OcpiVersion.V2_3_0);
    }

    private static String register(StubPlatform platform, PartyId party, String version) {
        Answer registered =
                node.call(
                        "POST",
                        "/ocpi/" + version + "/credentials",
                        node.invite(party),
                        platform.credentials(party));
        assertThat(registered.code()).as(registered.message()).isEqualTo("1000");
        return registered.token();
    }
}

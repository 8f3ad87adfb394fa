package network.opencharging.node.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.node.platform.PlatformId;
import network.opencharging.node.rules.PartyRules;
import network.opencharging.node.rules.PartyRules.Kind;
import network.opencharging.node.rules.RuleEntry;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

/** The receiver says who reaches it about what; its node sees to it. */
class RulesTest {
    private static final Cast CAST = new Cast();
    private static final String SESSION = "/ocpi/receiver/2.2.1/sessions/DE/ALC/S1";
    private static final String LOCATION = "/ocpi/receiver/2.2.1/locations/DE/ALC/L1";

    @AfterAll
    static void end() {
        CAST.close();
    }

    @BeforeEach
    void forget() {
        CAST.forget();
        sets(CAST.carol, PartyRules.NONE);
        sets(CAST.bob, PartyRules.NONE);
    }

    @Test
    void whoIsNotOnTheWhitelistForAModuleDoesNotReachIt() {
        for (StubParty to : List.of(CAST.carol, CAST.bob)) {
            sets(to, listing(Kind.ONLY, CAST.alice.id(), ModuleId.SESSIONS));

            assertThat(put(to, SESSION).send().code()).isEqualTo(1000);
            Said refused = put(to, LOCATION).send();
            assertThat(refused.code()).isEqualTo(2000);
            assertThat(refused.sentence()).contains("DE/ALC", "locations");
            assertThat(to.seen()).hasSize(1);
        }
    }

    @Test
    void aBlacklistForOneModuleLeavesTheOthersOpen() {
        sets(CAST.carol, listing(Kind.NOT, CAST.alice.id(), ModuleId.LOCATIONS));

        assertThat(put(CAST.carol, LOCATION).send().code()).isEqualTo(2000);
        assertThat(put(CAST.carol, SESSION).send().code()).isEqualTo(1000);
    }

    @Test
    void aListIsNotEvadedWithAnotherSpelling() {
        sets(CAST.carol, listing(Kind.NOT, new PartyId("de", "alc"), ModuleId.LOCATIONS));

        Asking spelled = put(CAST.carol, LOCATION).with(HeaderNames.FROM_PARTY_ID, "alc");

        assertThat(spelled.send().code()).isEqualTo(2000);
        assertThat(CAST.carol.seen()).isEmpty();
    }

    @Test
    void aReceiverMayDemandSignaturesThatItsNodeDoesNot() {
        for (StubParty to : List.of(CAST.carol, CAST.bob)) {
            sets(to, new PartyRules(true, Kind.OPEN, List.of()));

            assertThat(put(to, SESSION).send().code()).isEqualTo(2901);
            assertThat(put(to, SESSION).signedBy(CAST.alice.key()).send().code()).isEqualTo(1000);
        }
    }

    @Test
    void whatIsSpreadReachesOnlyWhoWantsIt() {
        sets(CAST.carol, listing(Kind.NOT, CAST.alice.id(), ModuleId.LOCATIONS));

        Asking.at(CAST.north.url(), CAST.alice, TestNode.HUB)
                .asks("PUT", LOCATION)
                .body("{}")
                .send();

        await().until(() -> !CAST.bob.seen().isEmpty());
        await().until(() ->
                CAST.north.events().stream()
                        .anyMatch(event ->
                                event.receiver().filter(CAST.carol.id()::equals).isPresent()));
        assertThat(CAST.carol.seen()).isEmpty();
    }

    private static PartyRules listing(Kind kind, PartyId party, ModuleId module) {
        return new PartyRules(false, kind, List.of(new RuleEntry(party, Set.of(module))));
    }

    private static void sets(StubParty party, PartyRules rules) {
        CAST.nodeOf(party)
                .rules()
                .change(
                        new PlatformId("platform-" + party.id().partyId()),
                        _ -> new network.opencharging.node.rules.RuleChange.Changed(rules));
    }

    private static Asking put(StubParty to, String path) {
        return CAST.from(CAST.alice, to).asks("PUT", path).body("{\"kwh\":1.0}");
    }
}

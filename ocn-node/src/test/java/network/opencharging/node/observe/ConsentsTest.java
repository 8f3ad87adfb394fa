package network.opencharging.node.observe;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.node.platform.Cast;
import network.opencharging.node.platform.MemoryPlatformStore;
import network.opencharging.node.platform.PlatformId;
import network.opencharging.node.platform.Platforms;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Nobody is looked at who has not said so. */
class ConsentsTest {
    private static final PartyId DAVE = new PartyId("IT", "DAV");
    private static final PartyId ELSEWHERE = new PartyId("NL", "SOU");
    private static final PlatformId FIRST = new PlatformId("first");
    private static final PlatformId SECOND = new PlatformId("second");

    private final Map<PlatformId, Set<String>> stored = new HashMap<>();
    private final Platforms platforms = new Platforms(new MemoryPlatformStore(), Clock.systemUTC());
    private final Consents consents =
            new Consents(
                    platforms,
                    new ConsentStore() {
                        @Override
                        public Map<PlatformId, Set<String>> load() {
                            return Map.copyOf(stored);
                        }

                        @Override
                        public void save(PlatformId platform, Set<String> observers) {
                            stored.put(platform, Set.copyOf(observers));
                        }
                    });

    @BeforeEach
    void twoPlatforms() {
        platforms.save(Cast.connected("first", "a", "b", List.of(Cast.role(Cast.ALICE, Role.CPO))));
        platforms.save(Cast.connected("second", "c", "d", List.of(Cast.role(DAVE, Role.EMSP))));
    }

    @Test
    void atFirstNobodyIsLookedAt() {
        assertThat(consents.allow("counts", Cast.ALICE, DAVE)).isFalse();
        assertThat(consents.allow("counts", Cast.ALICE, ELSEWHERE)).isFalse();
    }

    @Test
    void everyPartyOfThisNodeMustConsentAndToThisObserver() {
        consents.set(FIRST, "counts", true);

        assertThat(consents.allow("counts", Cast.ALICE, ELSEWHERE)).isTrue();
        assertThat(consents.allow("counts", ELSEWHERE, Cast.ALICE)).isTrue();
        assertThat(consents.allow("counts", Cast.ALICE, DAVE)).isFalse();
        assertThat(consents.allow("others", Cast.ALICE, ELSEWHERE)).isFalse();

        consents.set(SECOND, "counts", true);
        assertThat(consents.allow("counts", DAVE, Cast.ALICE)).isTrue();
    }

    @Test
    void aConsentIsTakenBackAndSurvivesARestartUntilThen() {
        consents.set(FIRST, "counts", true);
        consents.refresh();
        assertThat(consents.of(FIRST)).containsExactly("counts");

        consents.set(FIRST, "counts", false);

        assertThat(consents.allow("counts", Cast.ALICE, ELSEWHERE)).isFalse();
        consents.refresh();
        assertThat(consents.of(FIRST)).isEmpty();
    }

    @Test
    void messagesOfNobodyHereAreNotShown() {
        consents.set(FIRST, "counts", true);

        assertThat(consents.allow("counts", ELSEWHERE, new PartyId("BE", "MAX"))).isFalse();
    }
}

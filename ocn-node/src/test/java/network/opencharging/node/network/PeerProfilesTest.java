package network.opencharging.node.network;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.directory.Operator;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who is to be asked what it reads, and when again. */
class PeerProfilesTest {
    private static final Address WEST = new Address("0x" + "ab".repeat(20));
    private static final Operator HERE = new Operator(WEST, URI.create("https://west.example"));
    private static final Operator ELSEWHERE =
            new Operator(
                    new Address("0x" + "cd".repeat(20)), URI.create("https://elsewhere.example"));
    private static final Operator MOVED = new Operator(WEST, URI.create("https://west.example/b"));

    private final Time time = new Time();
    private final List<KnownPeer> kept = new ArrayList<>();
    private final PeerProfiles profiles = profiles();

    @Test
    void whoIsUnknownIsDueAndWhoIsKnownIsDueTheNextDay() {
        assertThat(profiles.isDue(HERE)).isTrue();
        assertThat(profiles.of(HERE)).isEqualTo(PeerProfile.OPEN);

        profiles.found(HERE, PeerProfile.P1);

        assertThat(profiles.of(HERE)).isEqualTo(PeerProfile.P1);
        assertThat(profiles.isDue(HERE)).isFalse();
        time.passes(Duration.ofDays(1));
        assertThat(profiles.isDue(HERE)).isTrue();
    }

    @Test
    void aRestartForgetsNeitherTheAnswerNorWhenItWasGiven() {
        profiles.found(HERE, PeerProfile.P3);

        PeerProfiles again = profiles();
        again.recall();

        assertThat(again.of(HERE)).isEqualTo(PeerProfile.P3);
        assertThat(again.isDue(HERE)).isFalse();
    }

    @Test
    void whoIsSilentIsAskedAMinuteLaterAndWhatWasKnownStays() {
        profiles.found(HERE, PeerProfile.P2);
        profiles.silent(HERE);

        assertThat(profiles.of(HERE)).isEqualTo(PeerProfile.P2);
        assertThat(profiles.isDue(HERE)).isFalse();
        time.passes(Duration.ofMinutes(1));
        assertThat(profiles.isDue(HERE)).isTrue();
    }

    @Test
    void inDoubtItIsAskedAgainButNotMoreThanOnceAMinute() {
        profiles.found(HERE, PeerProfile.P2);
        profiles.doubt(HERE);
        assertThat(profiles.isDue(HERE)).isFalse();

        time.passes(Duration.ofMinutes(1));
        assertThat(profiles.isDue(HERE)).isTrue();

        profiles.found(HERE, PeerProfile.P3);
        time.passes(Duration.ofMinutes(1));
        assertThat(profiles.isDue(HERE)).as("the doubt is gone").isFalse();
    }

    @Test
    void aDoubtIsForWhoHasItWhateverOthersAsk() {
        profiles.found(HERE, PeerProfile.P2);
        time.passes(Duration.ofDays(1));
        assertThat(profiles.isInDoubt(HERE)).as("it is due for somebody else").isFalse();

        profiles.doubt(HERE);

        assertThat(profiles.isInDoubt(HERE)).isTrue();
        profiles.found(HERE, PeerProfile.P2);
        assertThat(profiles.isInDoubt(HERE)).isFalse();
    }

    @Test
    void whatOthersFindOutOfOneNodeSettlesNoDoubtAboutAnother() {
        profiles.found(HERE, PeerProfile.P2);
        profiles.doubt(HERE);
        profiles.found(ELSEWHERE, PeerProfile.P3);
        profiles.silent(ELSEWHERE);

        profiles.recall();
        time.passes(Duration.ofMinutes(1));

        assertThat(profiles.isInDoubt(HERE)).isTrue();
        assertThat(profiles.isDue(ELSEWHERE)).as("it was silent").isTrue();

        PeerProfiles another = profiles();
        another.found(HERE, PeerProfile.P3);
        profiles.recall();

        assertThat(profiles.isInDoubt(HERE)).as("another process has asked it").isFalse();
        assertThat(profiles.of(HERE)).isEqualTo(PeerProfile.P3);
    }

    @Test
    void whoMovedIsAskedAgain() {
        profiles.found(HERE, PeerProfile.P2);
        time.passes(Duration.ofMinutes(1));

        assertThat(profiles.isDue(HERE)).isFalse();
        assertThat(profiles.isDue(MOVED)).isTrue();
    }

    @Test
    void whatIsConfiguredCounts() {
        PeerProfiles configured =
                new PeerProfiles(Map.of(WEST, PeerProfile.P1), PeerStore.none(), time);

        configured.doubt(HERE);

        assertThat(configured.of(HERE)).isEqualTo(PeerProfile.P1);
        assertThat(configured.isDue(HERE)).isFalse();
    }

    private PeerProfiles profiles() {
        return new PeerProfiles(
                Map.of(),
                new PeerStore() {
                    @Override
                    public List<KnownPeer> load() {
                        return List.copyOf(kept);
                    }

                    @Override
                    public void save(KnownPeer peer) {
                        kept.add(peer);
                    }
                },
                time);
    }

    /** A clock that stands until it is moved. */
    private static final class Time extends Clock {
        private Instant now = Instant.parse("2026-11-28T12:00:00Z");

        void passes(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

package network.opencharging.node.platform;

import static network.opencharging.node.platform.Cast.ALICE;
import static network.opencharging.node.platform.Cast.NOON;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

class PlatformsTest {
    private final TokenVault vault = Cast.VAULT;
    private Instant now = NOON;
    private final Clock clock = new Ticking();
    private final MemoryPlatformStore store = new MemoryPlatformStore();
    private final Platforms platforms = new Platforms(store, clock);

    @Test
    void aConnectedPlatformIsFoundByItsTokenAndByItsParty() {
        platforms.save(alice("one", "token-c"));

        assertThat(platforms.byInboundToken(vault.hash("token-c")))
                .map(ConnectedPlatform::id)
                .contains(new PlatformId("one"));
        assertThat(platforms.byInboundToken(vault.hash("token-x"))).isEmpty();
        assertThat(platforms.byParty(new PartyId("de", "alc"), Role.CPO)).isPresent();
        assertThat(platforms.byParty(ALICE, Role.EMSP)).isEmpty();
        assertThat(platforms.byParty(ALICE)).hasSize(1);
    }

    @Test
    void aTokenThatAnotherProcessGaveOutAMomentAgoIsKnown() {
        Platforms here = new Platforms(store, clock, true);
        Platforms there = new Platforms(store, clock, true);
        there.save(alice("one", "token-c"));

        assertThat(here.byInboundToken(vault.hash("token-c"))).isPresent();
        assertThat(here.byInboundToken(vault.hash("token-x"))).isEmpty();
    }

    @Test
    void whatAnotherProcessWroteIsSeenAfterARefreshAndWhatItRemovedIsGone() {
        Platforms there = new Platforms(store, clock, true);
        there.save(alice("one", "token-c"));
        platforms.refresh();
        ConnectedPlatform known = platforms.byInboundToken(vault.hash("token-c")).orElseThrow();

        there.save(known.with(ConnectionStatus.SUSPENDED, now));
        platforms.refresh();
        assertThat(platforms.byParty(ALICE, Role.CPO))
                .map(ConnectedPlatform::status)
                .contains(ConnectionStatus.SUSPENDED);

        there.remove(there.byId(known.id()).orElseThrow());
        platforms.refresh();
        assertThat(platforms.byInboundToken(vault.hash("token-c"))).isEmpty();
        assertThat(platforms.all()).isEmpty();
    }

    @Test
    void aPartyInARoleBelongsToOnePlatformAtATime() {
        platforms.save(alice("one", "token-c"));

        Written second = platforms.save(alice("two", "token-d"));

        assertThat(second).isInstanceOf(Written.RoleTaken.class);
        assertThat(platforms.byInboundToken(vault.hash("token-d"))).isEmpty();
    }

    @Test
    void theOldTokenCountsUntilTheNewOneIsUsed() {
        rotate("token-c", "token-d");

        assertThat(platforms.byInboundToken(vault.hash("token-c"))).isPresent();
        assertThat(platforms.byInboundToken(vault.hash("token-d"))).isPresent();
        assertThat(platforms.byInboundToken(vault.hash("token-c"))).isEmpty();
    }

    @Test
    void theOldTokenCountsForFiveMinutesAtMost() {
        rotate("token-c", "token-d");

        now = NOON.plus(Duration.ofMinutes(5)).minusMillis(1);
        assertThat(platforms.byInboundToken(vault.hash("token-c"))).isPresent();
        now = NOON.plus(Duration.ofMinutes(5));
        assertThat(platforms.byInboundToken(vault.hash("token-c"))).isEmpty();
    }

    @Test
    void anInvitationOpensNothingButTheRegistrationAndExpires() {
        Invitation invitation =
                new Invitation(
                        vault.hash("token-a"),
                        Invitation.Purpose.REGISTER,
                        Set.of(ALICE),
                        NOON.plusSeconds(10));
        platforms.save(
                new PlannedPlatform(new PlatformId("one"), Revision.fresh(NOON), invitation));

        assertThat(platforms.byInboundToken(vault.hash("token-a"))).isEmpty();
        assertThat(platforms.byInvitation(vault.hash("token-a"))).isPresent();
        now = NOON.plusSeconds(10);
        assertThat(platforms.byInvitation(vault.hash("token-a"))).isEmpty();
    }

    @Test
    void aSecondWriterOfTheSameRevisionIsRefused() {
        platforms.save(alice("one", "token-c"));
        ConnectedPlatform read = platforms.byParty(ALICE, Role.CPO).orElseThrow();
        platforms.save(read.with(ConnectionStatus.OFFLINE, NOON));

        Written late = platforms.save(read.with(ConnectionStatus.SUSPENDED, NOON));

        assertThat(late).isEqualTo(new Written.Outdated(new PlatformId("one")));
        assertThat(platforms.byParty(ALICE, Role.CPO).orElseThrow().status())
                .isEqualTo(ConnectionStatus.OFFLINE);
    }

    @Test
    void aRemovedPlatformIsGoneAtOnce() {
        platforms.save(alice("one", "token-c"));

        platforms.remove(platforms.byParty(ALICE, Role.CPO).orElseThrow());

        assertThat(platforms.byInboundToken(vault.hash("token-c"))).isEmpty();
        assertThat(platforms.all()).isEmpty();
    }

    @Test
    void everythingIsThereAgainAfterARestart() {
        platforms.save(alice("one", "token-c"));

        Platforms restarted = new Platforms(store, clock);
        restarted.refresh();

        assertThat(restarted.all()).isEqualTo(platforms.all());
    }

    @Test
    void noTokenIsEverPrinted() {
        assertThat(alice("one", "token-c").toString()).doesNotContain("token-b");
    }

    @Test
    void aPlatformIsOnlyFollowedToWhatItAnnounced() {
        Set<Origin> origins = alice("one", "token-c").connection().origins();

        assertThat(origins).contains(Origin.of(URI.create("HTTPS://ONE.example:443/elsewhere")));
        assertThat(origins).doesNotContain(Origin.of(URI.create("http://one.example/ocpi")));
    }

    private void rotate(String from, String to) {
        platforms.save(alice("one", from));
        ConnectedPlatform read = platforms.byParty(ALICE, Role.CPO).orElseThrow();
        platforms.save(read.with(read.inbound().rotatedTo(vault.hash(to), now), now));
    }

    private static ConnectedPlatform alice(String id, String inbound) {
        return Cast.connected(id, inbound, "token-b", List.of(Cast.role(ALICE, Role.CPO)));
    }

    private final class Ticking extends Clock {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}

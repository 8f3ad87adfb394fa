package network.opencharging.node.platform;

import static network.opencharging.node.platform.Cast.ALICE;
import static network.opencharging.node.platform.Cast.NOON;
import static network.opencharging.node.platform.Cast.VAULT;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.party.Role;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What every store of platforms must keep; each store runs all of it. */
public abstract class PlatformStoreContract {

    /** The store under test, empty. */
    protected abstract PlatformStore store();

    /** The same store after a restart of the process. */
    protected abstract PlatformStore reopened();

    @Test
    void whatWasSavedIsThereAfterARestart() {
        Platform alice = saved(Cast.alice("c", "b"));
        Platform bob = saved(Cast.bob("d", "e"));
        Platform carol = saved(Cast.carol("a"));

        assertThat(reopened().later(-1).written()).containsExactlyInAnyOrder(alice, bob, carol);
    }

    @Test
    void everyWriteCountsUp() {
        ConnectedPlatform first = (ConnectedPlatform) saved(Cast.alice("c", "b"));
        Platform second = saved(first.with(ConnectionStatus.OFFLINE, NOON.plusSeconds(1)));

        assertThat(first.revision().number()).isEqualTo(1);
        assertThat(second.revision().number()).isEqualTo(2);
        assertThat(reopened().later(-1).written()).containsExactly(second);
    }

    @Test
    void aChangeReplacesRolesAndEndpointsWhole() {
        ConnectedPlatform first = (ConnectedPlatform) saved(Cast.bob("d", "e"));
        ConnectedPlatform other =
                Cast.connected("bob", "f", "g", List.of(Cast.role(Cast.BOB, Role.EMSP)));

        Platform second = saved(other.with(first.revision()));

        assertThat(reopened().later(-1).written()).containsExactly(second);
    }

    @Test
    void anInvitationBecomesARegistration() {
        PlannedPlatform carol = (PlannedPlatform) saved(Cast.carol("a"));
        ConnectedPlatform registered =
                Cast.connected("carol", "c", "b", List.of(Cast.role(Cast.CAROL, Role.CPO)));

        Platform after = saved(registered.with(carol.revision()));

        assertThat(reopened().later(-1).written()).containsExactly(after);
    }

    @Test
    void theTokenBeforeTheCurrentOneIsKeptWithItsEnd() {
        ConnectedPlatform alice = (ConnectedPlatform) saved(Cast.alice("c", "b"));
        InboundTokens rotated = alice.inbound().rotatedTo(VAULT.hash("d"), NOON);

        Platform after = saved(alice.with(rotated, NOON));

        assertThat(reopened().later(-1).written()).containsExactly(after);
    }

    @Test
    void ofTwoWritersOfOneRevisionTheSecondIsRefused() {
        ConnectedPlatform read = (ConnectedPlatform) saved(Cast.alice("c", "b"));
        Platform first = saved(read.with(ConnectionStatus.OFFLINE, NOON));

        Written second = store().save(read.with(ConnectionStatus.SUSPENDED, NOON));

        assertThat(second).isEqualTo(new Written.Outdated(read.id()));
        assertThat(reopened().later(-1).written()).containsExactly(first);
    }

    @Test
    void ofTwoWritersAtTheSameTimeExactlyOneWins() {
        ConnectedPlatform read = (ConnectedPlatform) saved(Cast.alice("c", "b"));

        List<Written> written =
                atOnce(
                        () -> store().save(read.with(ConnectionStatus.OFFLINE, NOON)),
                        () -> store().save(read.with(ConnectionStatus.SUSPENDED, NOON)));

        assertThat(written).filteredOn(Written.Stored.class::isInstance).hasSize(1);
        assertThat(written).filteredOn(Written.Outdated.class::isInstance).hasSize(1);
    }

    @Test
    void aRoleOfAnotherPlatformIsRefusedAndNothingIsWritten() {
        Platform alice = saved(Cast.alice("c", "b"));
        ConnectedPlatform thief =
                Cast.connected(
                        "thief",
                        "x",
                        "y",
                        List.of(Cast.role(Cast.BOB, Role.EMSP), Cast.role(ALICE, Role.CPO)));

        assertThat(store().save(thief))
                .isEqualTo(new Written.RoleTaken(Cast.role(ALICE, Role.CPO)));
        assertThat(reopened().later(-1).written()).containsExactly(alice);
    }

    @Test
    void ofTwoPlatformsThatWantOneRoleAtTheSameTimeExactlyOneGetsIt() {
        ConnectedPlatform one =
                Cast.connected("one", "a", "b", List.of(Cast.role(ALICE, Role.CPO)));
        ConnectedPlatform two =
                Cast.connected("two", "c", "d", List.of(Cast.role(ALICE, Role.CPO)));

        PlatformStore here = store();
        PlatformStore there = store();

        List<Written> written = atOnce(() -> here.save(one), () -> there.save(two));

        assertThat(written).filteredOn(Written.Stored.class::isInstance).hasSize(1);
        assertThat(written).filteredOn(Written.RoleTaken.class::isInstance).hasSize(1);
        assertThat(reopened().later(-1).written()).hasSize(1);
    }

    @Test
    void aSecondPlatformOfTheSameIdIsRefused() {
        Platform alice = saved(Cast.alice("c", "b"));

        assertThat(store().save(Cast.alice("d", "e"))).isEqualTo(new Written.Outdated(alice.id()));
    }

    @Test
    void aRemovedPlatformLeavesItsRolesFree() {
        Platform alice = saved(Cast.alice("c", "b"));

        assertThat(store().remove(alice)).isEqualTo(new Written.Stored(alice));

        assertThat(reopened().later(-1).written()).isEmpty();
        assertThat(store().save(Cast.alice("d", "e"))).isInstanceOf(Written.Stored.class);
    }

    @Test
    void whatHasChangedSinceItWasReadIsNotRemoved() {
        ConnectedPlatform read = (ConnectedPlatform) saved(Cast.alice("c", "b"));
        Platform changed = saved(read.with(ConnectionStatus.OFFLINE, NOON));

        assertThat(store().remove(read)).isEqualTo(new Written.Outdated(read.id()));
        assertThat(reopened().later(-1).written()).containsExactly(changed);
    }

    @Test
    void detailsThatAreNotThereStayAway() {
        PartyRole plain =
                new PartyRole(ALICE, Role.CPO, new BusinessDetails("A'l;--", Optional.empty()));

        Platform alice = saved(Cast.connected("alice", "c", "b", List.of(plain)));

        assertThat(reopened().later(-1).written()).containsExactly(alice);
    }

    @Test
    void whatWasWrittenAfterAMomentIsToldAndNothingElse() {
        ConnectedPlatform alice = (ConnectedPlatform) saved(Cast.alice("c", "b"));
        Platform carol = saved(Cast.carol("a"));
        PlatformStore.Later all = store().later(-1);
        assertThat(all.written()).containsExactlyInAnyOrder(alice, carol);

        Platform bob = saved(Cast.bob("d", "e"));
        Platform offline = saved(alice.with(ConnectionStatus.OFFLINE, NOON.plusSeconds(1)));
        store().remove(carol);
        PlatformStore.Later later = store().later(all.number());

        assertThat(later.written()).containsExactlyInAnyOrder(bob, offline);
        assertThat(later.gone()).containsExactly(carol.id());
        assertThat(store().newest()).isEqualTo(later.number());
        assertThat(store().later(later.number()))
                .isEqualTo(new PlatformStore.Later(List.of(), Set.of(), later.number()));
    }

    private Platform saved(Platform platform) {
        return switch (store().save(platform)) {
            case Written.Stored(Platform stored) -> stored;
            case Written other -> throw new AssertionError(other.toString());
        };
    }

    private static List<Written> atOnce(Callable<Written> one, Callable<Written> other) {
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Written>> both =
                    List.of(one, other).stream()
                            .map(task ->
                                    threads.submit(() -> {
                                        together.await();
                                        return task.call();
                                    }))
                            .toList();
            return List.of(both.getFirst().get(), both.getLast().get());
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}

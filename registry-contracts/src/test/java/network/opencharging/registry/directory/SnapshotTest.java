package network.opencharging.registry.directory;

import static network.opencharging.registry.Cast.ALC;
import static network.opencharging.registry.Cast.BOB;
import static network.opencharging.registry.Cast.NORTH;
import static network.opencharging.registry.Cast.NORTH_ADDRESS;
import static network.opencharging.registry.Cast.SOUTH;
import static network.opencharging.registry.Cast.SOUTH_ADDRESS;
import static network.opencharging.registry.Cast.alice;
import static network.opencharging.registry.Cast.bob;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.party.PartyId;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.List;

class SnapshotTest {

    @Test
    void aPartyIsFoundByItsNameInAnySpellingAndByItsAccount() {
        Snapshot snapshot = Snapshot.of(List.of(NORTH), List.of(alice(NORTH)));

        assertThat(snapshot.party(new PartyId("de", "alc"))).contains(alice(NORTH));
        assertThat(snapshot.party(alice(NORTH).address())).contains(alice(NORTH));
        assertThat(snapshot.party(BOB)).isEmpty();
    }

    @Test
    void anOperatorIsFoundByItsAccountItsUrlAndItsParties() {
        Snapshot snapshot = Snapshot.of(List.of(NORTH, SOUTH), List.of(alice(NORTH), bob(SOUTH)));

        assertThat(snapshot.operator(NORTH_ADDRESS)).contains(NORTH);
        assertThat(snapshot.operatorAt(URI.create("https://south.example"))).contains(SOUTH);
        assertThat(snapshot.operatorOf(ALC)).contains(NORTH);
        assertThat(snapshot.partiesOf(SOUTH_ADDRESS)).containsExactly(bob(SOUTH));
    }

    @Test
    void aPartyThatItsOperatorHasNotAdmittedIsListedButNotReached() {
        Party asking =
                new Party(
                        ALC,
                        alice(NORTH).address(),
                        alice(NORTH).roles(),
                        Modules.UNDECLARED,
                        NORTH_ADDRESS,
                        false);
        Snapshot snapshot = Snapshot.of(List.of(NORTH), List.of(asking));

        assertThat(snapshot.party(ALC)).contains(asking);
        assertThat(snapshot.operatorOf(ALC)).isEmpty();
        assertThat(snapshot.partiesOf(NORTH_ADDRESS)).isEmpty();
    }

    @Test
    void aPartyOfAnOperatorWithoutNodeIsNotReached() {
        Snapshot snapshot = Snapshot.of(List.of(SOUTH), List.of(alice(NORTH)));

        assertThat(snapshot.party(ALC)).isPresent();
        assertThat(snapshot.operatorOf(ALC)).isEmpty();
        assertThat(snapshot.partiesOf(NORTH_ADDRESS)).isEmpty();
    }
}

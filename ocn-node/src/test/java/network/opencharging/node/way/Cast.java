package network.opencharging.node.way;

import network.opencharging.node.platform.MemoryPlatformStore;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.registry.directory.Modules;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.directory.Party;

import java.util.Set;

/**
 * Who plays: nodes north and south; Alice the CPO and Carol the eMSP at north, Bob the eMSP at
 * south; all listed in one directory.
 */
final class Cast implements AutoCloseable {
    final MemoryDirectory directory = new MemoryDirectory();
    final StubParty alice = new StubParty(new PartyId("DE", "ALC"), Role.CPO, key(1));
    final StubParty bob = new StubParty(new PartyId("NL", "BOB"), Role.EMSP, key(2));
    final StubParty carol = new StubParty(new PartyId("FR", "CAR"), Role.EMSP, key(3));
    final TestNode north;
    final TestNode south;

    Cast(String... properties) {
        north = new TestNode(key(8), directory, new MemoryPlatformStore(), properties);
        south = new TestNode(key(9), directory, new MemoryPlatformStore(), properties);
        directory.list(north.operator());
        directory.list(south.operator());
        list(alice, north);
        list(carol, north);
        list(bob, south);
        north.connect(alice);
        north.connect(carol);
        south.connect(bob);
    }

    /** The other party's node. */
    TestNode nodeOf(StubParty party) {
        return party == bob ? south : north;
    }

    void list(StubParty party, TestNode node) {
        directory.list(listing(party, node.operator()));
    }

    static Party listing(StubParty party, Operator operator) {
        return new Party(
                party.id(),
                party.key().address(),
                Set.of(party.role()),
                Modules.UNDECLARED,
                operator.address(),
                true);
    }

    static PrivateKey key(int number) {
        return PrivateKey.parse("%064x".formatted(number + 1000)).orElseThrow();
    }

    /** A request of one party to another, through its own node. */
    Asking from(StubParty sender, StubParty receiver) {
        return Asking.at(nodeOf(sender).url(), sender, receiver.id());
    }

    void forget() {
        alice.forget();
        bob.forget();
        carol.forget();
    }

    @Override
    public void close() {
        north.close();
        south.close();
        alice.close();
        bob.close();
        carol.close();
    }
}

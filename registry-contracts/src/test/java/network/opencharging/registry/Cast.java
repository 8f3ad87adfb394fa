package network.opencharging.registry;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.registry.directory.Modules;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.directory.Party;

import java.net.URI;
import java.util.Set;

/** Who plays in the tests: north and south operate nodes, Alice is a CPO, Bob an EMSP. */
public final class Cast {
    /** Keys of the tests; they hold nothing anywhere. */
    public static final PrivateKey NORTH_KEY = key(1);

    public static final PrivateKey SOUTH_KEY = key(2);
    public static final PrivateKey ALICE_KEY = key(3);
    public static final PrivateKey BOB_KEY = key(4);
    public static final PrivateKey AUTHORITY_KEY = key(5);

    public static final Address NORTH_ADDRESS = address(NORTH_KEY);
    public static final Address SOUTH_ADDRESS = address(SOUTH_KEY);

    public static final Operator NORTH =
            new Operator(NORTH_ADDRESS, URI.create("https://north.example"));
    public static final Operator SOUTH =
            new Operator(SOUTH_ADDRESS, URI.create("https://south.example"));

    public static final PartyId ALC = new PartyId("DE", "ALC");
    public static final PartyId BOB = new PartyId("NL", "BOB");

    private Cast() {}

    /** Some key, the same for the same number. */
    public static PrivateKey key(int number) {
        return PrivateKey.parse(hex(number)).orElseThrow();
    }

    /** The text of a key: 64 hexadecimal digits. */
    public static String hex(int number) {
        return "%064x".formatted(0x0c4a27e + number);
    }

    /** The account of a key. */
    public static Address address(PrivateKey key) {
        return key.address();
    }

    /** Alice's listing at this operator. */
    public static Party alice(Operator operator) {
        return new Party(
                ALC,
                address(ALICE_KEY),
                Set.of(Role.CPO),
                Modules.UNDECLARED,
                operator.address(),
                true);
    }

    /** Bob's listing at this operator. */
    public static Party bob(Operator operator) {
        return new Party(
                BOB,
                address(BOB_KEY),
                Set.of(Role.EMSP),
                Modules.UNDECLARED,
                operator.address(),
                true);
    }
}

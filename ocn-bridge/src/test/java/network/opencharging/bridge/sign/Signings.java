package network.opencharging.bridge.sign;

import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.Freshness;
import network.opencharging.registry.directory.Modules;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.directory.Party;
import network.opencharging.registry.directory.Snapshot;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A registry for tests: alice and bob under one operator, each with a key; mallory with none. */
public final class Signings {
    public static final PrivateKey ALICE = key('1');
    public static final PrivateKey BOB = key('2');
    public static final PrivateKey OPERATOR = key('3');
    public static final PrivateKey MALLORY = key('4');
    public static final PartyId HUB = new PartyId("DE", "HUB");

    private Signings() {}

    /** Nobody signs and nobody asks for it. */
    public static Signing unsigned() {
        return new Signing(
                PartySigner.none(), new SignatureCheck(registry(), Demand.NONE, Set.of()));
    }

    /** The party signs with this key and demands that of others. */
    public static Signing signing(PartyId party, PrivateKey key, Demand demand) {
        return new Signing(
                new PartySigner(Map.of(party, key)),
                new SignatureCheck(registry(), demand, Set.of(HUB)));
    }

    /** The registry. */
    public static Directory registry() {
        return registryAt(URI.create("https://node.example"));
    }

    /** The registry, with the operator's node there. */
    public static Directory registryAt(URI node) {
        Operator operator = new Operator(OPERATOR.address(), node);
        Snapshot snapshot =
                Snapshot.of(
                        List.of(operator),
                        List.of(
                                party("DE", "ALC", ALICE, Role.CPO),
                                party("NL", "BOB", BOB, Role.EMSP)));
        return new Directory() {
            @Override
            public Snapshot snapshot() {
                return snapshot;
            }

            @Override
            public Freshness freshness() {
                return new Freshness("test", 1, Optional.of(Instant.EPOCH), Optional.empty());
            }
        };
    }

    private static Party party(String country, String id, PrivateKey key, Role role) {
        return new Party(
                new PartyId(country, id),
                key.address(),
                Set.of(role),
                Modules.UNDECLARED,
                OPERATOR.address(),
                true);
    }

    private static PrivateKey key(char digit) {
        return PrivateKey.parse("0x" + String.valueOf(digit).repeat(64)).orElseThrow();
    }
}

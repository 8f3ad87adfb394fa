package network.opencharging.registry.contract;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.registry.Cast;
import network.opencharging.registry.OnChain;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.chain.tx.Call;
import network.opencharging.registry.chain.tx.Outcome;

import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.Utf8String;
import org.web3j.abi.datatypes.generated.Bytes2;
import org.web3j.abi.datatypes.generated.Bytes3;
import org.web3j.abi.datatypes.generated.Uint256;
import org.web3j.abi.datatypes.generated.Uint8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A registry of one generation on a real chain, and its writes in that generation's words. */
public enum Stage {
    OURS {
        @Override
        RegistryReader open(OnChain net) {
            return net.registry();
        }

        @Override
        void list(OnChain net, RegistryReader on, PrivateKey key, PartyId id, PrivateKey operator)
                throws IOException {
            net.party(key, id, Role.CPO, operator);
        }
    },

    FIRST {
        @Override
        RegistryReader open(OnChain net) throws IOException {
            return PublishedRegistry.first(net.rpc(), deploy(net, "FirstPublished"));
        }

        @Override
        void list(OnChain net, RegistryReader on, PrivateKey key, PartyId id, PrivateKey operator)
                throws IOException {
            var roles = new DynamicArray<>(Uint8.class, List.of(new Uint8(0)));
            send(net, on, key, "setParty", country(id), party(id), roles, account(operator));
        }
    },

    SECOND {
        @Override
        RegistryReader open(OnChain net) throws IOException {
            return SecondStage.open(net).registry();
        }

        @Override
        void list(OnChain net, RegistryReader on, PrivateKey key, PartyId id, PrivateKey operator)
                throws IOException {
            PublishedWrite write =
                    new PublishedCalls(on.address())
                            .setParty(
                                    id,
                                    List.of(SecondStage.of(net, on).certificate(key, id, Role.CPO)),
                                    operator.address(),
                                    "Alice",
                                    "https://alice.example");
            assertThat(net.lane(key).send(write.direct(), OnChain.SHORT))
                    .isInstanceOf(Outcome.Mined.class);
        }
    };

    /** Makes the registry. */
    abstract RegistryReader open(OnChain net) throws IOException;

    /** Lists a CPO at an operator that carries it. */
    abstract void list(
            OnChain net, RegistryReader on, PrivateKey key, PartyId id, PrivateKey operator)
            throws IOException;

    /** Registers a node. */
    void node(OnChain net, RegistryReader on, PrivateKey key, String url) throws IOException {
        send(net, on, key, "setNode", new Utf8String(url));
    }

    /** Sends a call that must pass. */
    static void send(
            OnChain net, RegistryReader on, PrivateKey key, String function, Type<?>... arguments)
            throws IOException {
        String data =
                FunctionEncoder.encode(new Function(function, Arrays.asList(arguments), List.of()));
        Outcome outcome = net.lane(key).send(Call.of(on.address(), data), OnChain.SHORT);
        assertThat(outcome).as(function).isInstanceOf(Outcome.Mined.class);
    }

    /** Lists many parties in one go; only the stand-in of the first registry can. */
    static void fill(OnChain net, RegistryReader on, int from, int count, PrivateKey operator)
            throws IOException {
        Uint256 first = new Uint256(from);
        send(net, on, operator, "fill", first, new Uint256(count), account(operator));
    }

    static Address deploy(OnChain net, String contract, Address... arguments) throws IOException {
        StringBuilder code =
                new StringBuilder(
                        Files.readString(Path.of("src/test/contracts", contract + ".bin")));
        for (Address argument : arguments) {
            code.append("0".repeat(24)).append(argument.lowerCase().substring(2));
        }
        Outcome created =
                net.lane(Cast.AUTHORITY_KEY).send(Call.create("0x" + code), OnChain.SHORT);
        return ((Outcome.Mined) created).created().orElseThrow();
    }

    /** The same registry, asked through another way to its chain. */
    static RegistryReader first(Rpc rpc, RegistryReader on) {
        return PublishedRegistry.first(rpc, on.address());
    }

    private static Bytes2 country(PartyId id) {
        return new Bytes2(Encoding.country(id));
    }

    private static Bytes3 party(PartyId id) {
        return new Bytes3(Encoding.party(id));
    }

    private static org.web3j.abi.datatypes.Address account(PrivateKey key) {
        return new org.web3j.abi.datatypes.Address(key.address().lowerCase());
    }
}

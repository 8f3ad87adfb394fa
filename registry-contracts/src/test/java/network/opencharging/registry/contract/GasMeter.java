package network.opencharging.registry.contract;

import static network.opencharging.registry.Cast.AUTHORITY_KEY;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.registry.OnChain;
import network.opencharging.registry.chain.key.Wallet;
import network.opencharging.registry.chain.tx.Call;
import network.opencharging.registry.chain.tx.Outcome;
import network.opencharging.registry.listing.Registrar;
import network.opencharging.registry.listing.Wish;

import org.web3j.protocol.core.RemoteFunctionCall;

import java.io.IOException;
import java.time.Instant;

/**
 * Carries out writes to one contract and notes what they cost.
 *
 * @param net where
 * @param contract its name in the report
 * @param report where it is noted
 */
record GasMeter(OnChain net, String contract, GasReport report) {
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    /** Its author sends it. */
    void direct(PrivateKey author, String name, Wish wish) throws IOException {
        note(name, net.registrar(author).carryOut(wish, OnChain.SHORT));
    }

    /** Its author signs it, another sends it. */
    void relayed(PrivateKey author, String name, Wish wish) throws IOException {
        Registrar relayer = net.registrar(AUTHORITY_KEY);
        note(name, relayer.relay(relayer.sign(wish, Wallet.of(author), LATER), OnChain.SHORT));
    }

    /** As {@link #relayed(PrivateKey, String, Wish)}, about services. */
    void relayed(PermissionsContract on, PrivateKey author, String name, ServiceWish wish)
            throws IOException {
        Wallet wallet = Wallet.of(author);
        RegistryMessages.Terms terms = on.terms(wallet.address(), LATER);
        send(
                AUTHORITY_KEY,
                name,
                on.signed(wish, terms, wallet.signTyped(on.message(wish, terms))));
    }

    /** Somebody calls a function. */
    void call(PrivateKey key, Address at, String name, RemoteFunctionCall<?> function)
            throws IOException {
        send(key, name, Call.of(at, function.encodeFunctionCall()));
    }

    /** Somebody sends a call. */
    Outcome.Mined send(PrivateKey key, String name, Call call) throws IOException {
        return note(name, net.lane(key).send(call, OnChain.SHORT));
    }

    private Outcome.Mined note(String name, Outcome outcome) throws IOException {
        assertThat(outcome).as(name).isInstanceOf(Outcome.Mined.class);
        Outcome.Mined mined = (Outcome.Mined) outcome;
        report.add(
                contract + "." + name,
                net.rpc().receipt(mined.hash()).orElseThrow().getGasUsed().longValueExact());
        return mined;
    }
}

package network.opencharging.registry.chain.tx;

import network.opencharging.protocol.key.Address;

import java.math.BigInteger;
import java.util.Optional;

/**
 * What a transaction shall do.
 *
 * @param to whom it calls; empty creates a contract
 * @param data the encoded call, or the code of the contract
 * @param value what it pays, in wei
 */
public record Call(Optional<Address> to, String data, BigInteger value) {

    /** Calls a contract and pays nothing. */
    public static Call of(Address contract, String data) {
        return new Call(Optional.of(contract), data, BigInteger.ZERO);
    }

    /** Creates a contract. */
    public static Call create(String code) {
        return new Call(Optional.empty(), code, BigInteger.ZERO);
    }

    /** Pays somebody. */
    public static Call pay(Address to, BigInteger wei) {
        return new Call(Optional.of(to), "0x", wei);
    }
}

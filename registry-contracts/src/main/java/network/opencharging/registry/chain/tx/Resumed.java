package network.opencharging.registry.chain.tx;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.tx.Outcome.Sent;

import org.web3j.protocol.core.methods.response.Transaction;
import org.web3j.utils.Numeric;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** A transaction as the chain's node tells it, back in our words. */
final class Resumed {
    private Resumed() {}

    static Sent sent(String hash, Transaction found) {
        Optional<Address> to = Optional.ofNullable(found.getTo()).flatMap(Address::parse);
        Call call = new Call(to, found.getInput(), found.getValue());
        return new Sent(call, found.getNonce(), found.getGas(), fee(found), List.of(hash));
    }

    private static Fee fee(Transaction found) {
        String most = found.getMaxFeePerGasRaw();
        String tip = found.getMaxPriorityFeePerGasRaw();
        return most == null || tip == null
                ? new Fee.Legacy(price(found.getGasPriceRaw()))
                : new Fee.Dynamic(Numeric.decodeQuantity(tip), Numeric.decodeQuantity(most));
    }

    private static BigInteger price(String raw) {
        return raw == null ? BigInteger.ZERO : Numeric.decodeQuantity(raw);
    }
}

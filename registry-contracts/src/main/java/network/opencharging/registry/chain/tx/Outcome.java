package network.opencharging.registry.chain.tx;

import network.opencharging.protocol.key.Address;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** What became of a call. */
public sealed interface Outcome {

    /**
     * It is in a block.
     *
     * @param hash the transaction
     * @param block the block
     * @param cost what it cost, in wei
     * @param created the contract it created
     */
    record Mined(String hash, long block, BigInteger cost, Optional<Address> created)
            implements Outcome {}

    /**
     * The contract refuses; nothing was sent, or it was sent and had no effect.
     *
     * @param reason why, in one sentence
     * @param hash the transaction, if it was sent
     */
    record Refused(String reason, Optional<String> hash) implements Outcome {}

    /**
     * The sender cannot pay; nothing was sent.
     *
     * @param balance what there is, in wei
     * @param needed what it may cost, in wei
     */
    record Unaffordable(BigInteger balance, BigInteger needed) implements Outcome {}

    /**
     * It is sent and in no block yet; it still may be. Await it again with the same hashes.
     *
     * @param sent where it stands
     */
    record Pending(Sent sent) implements Outcome {}

    /**
     * A transaction that was sent, perhaps several times with rising fees.
     *
     * @param call what it does
     * @param nonce its place in the sender's order; only one of the hashes can be mined
     * @param gas the units it may take
     * @param fee the last offer
     * @param hashes one for each sending, newest last
     */
    record Sent(Call call, BigInteger nonce, BigInteger gas, Fee fee, List<String> hashes) {
        /** Keeps the hashes from changing. */
        public Sent {
            hashes = List.copyOf(hashes);
        }
    }
}

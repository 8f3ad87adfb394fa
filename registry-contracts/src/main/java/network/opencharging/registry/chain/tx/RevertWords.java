package network.opencharging.registry.chain.tx;

/** Puts a contract's encoded reason into one sentence; every contract has its own errors. */
@FunctionalInterface
public interface RevertWords {

    /** Knows only what every contract may say: {@code Error(string)} and {@code Panic(uint256)}. */
    RevertWords STANDARD = StandardReverts::sentence;

    /**
     * A sentence for this reason.
     *
     * @param data the encoded error, {@code 0x} and at least eight hexadecimal digits
     */
    String sentence(String data);
}

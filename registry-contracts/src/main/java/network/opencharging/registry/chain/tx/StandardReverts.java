package network.opencharging.registry.chain.tx;

import org.web3j.abi.TypeDecoder;

/** The reasons that the language itself knows. */
final class StandardReverts {
    private static final String ERROR = "0x08c379a0";
    private static final String PANIC = "0x4e487b71";

    private StandardReverts() {}

    static String sentence(String data) {
        String selector = data.substring(0, 10);
        String rest = data.substring(10);
        if (selector.equals(ERROR)) {
            // The text lies behind the word that says where it lies.
            return TypeDecoder.decodeUtf8String(rest, 64).getValue();
        }
        if (selector.equals(PANIC)) {
            return "the contract stopped because of an inner fault, code 0x"
                    + rest.replaceFirst("^0+", "");
        }
        return "the contract gave the unknown reason " + selector;
    }
}

package network.opencharging.acceptance.dsl;

import network.opencharging.tools.mock.MockCpo;
import network.opencharging.tools.mock.MockEmsp;

/**
 * A CPO and an eMSP that talk to each other.
 *
 * @param words where they are
 * @param cpo the CPO
 * @param emsp the eMSP
 * @param signed whether they sign
 */
public record Pair(String words, MockCpo cpo, MockEmsp emsp, boolean signed) {
    @Override
    public String toString() {
        return words;
    }
}

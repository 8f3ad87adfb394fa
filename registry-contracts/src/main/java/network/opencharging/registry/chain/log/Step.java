package network.opencharging.registry.chain.log;

import org.web3j.protocol.core.methods.response.Log;

import java.util.List;

/** What one look at the chain brought. */
public sealed interface Step {

    /** Nothing new that is confirmed. */
    record UpToDate() implements Step {}

    /**
     * The contract's logs up to a block, in order; possibly none.
     *
     * @param logs what was logged since the step before
     * @param to the block up to which everything is read
     */
    record Advanced(List<Log> logs, long to) implements Step {}

    /**
     * The endpoint stands lower than what was read already, and agrees as far as it goes: it lags,
     * or the chain has become shorter and will differ when it has grown again.
     *
     * @param head its newest block
     */
    record Behind(long head) implements Step {}

    /**
     * The chain has another history above this block.
     *
     * @param to the last block that both histories share, where the cursor now stands
     * @param logsLost whether logs that were handed out belong to the abandoned history: who used
     *     them must forget them
     */
    record Rewound(long to, boolean logsLost) implements Step {}

    /**
     * The chain has another history, and it parts from ours below everything that is remembered:
     * who used the logs must begin again.
     */
    record Lost() implements Step {}
}

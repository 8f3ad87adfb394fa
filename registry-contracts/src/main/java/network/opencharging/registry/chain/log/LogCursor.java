package network.opencharging.registry.chain.log;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.rpc.Block;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.chain.rpc.RpcException;
import network.opencharging.registry.chain.rpc.RpcRefused;

import org.web3j.protocol.core.methods.response.Log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A reader's place in a contract's log. It moves only when a range was read whole, under a block
 * name that was the same before and after the reading. Not thread-safe: one reader, one cursor.
 */
public final class LogCursor {
    private static final int REMEMBERED = 256;
    private static final long WIDEST = 10_000;

    private final Rpc rpc;
    private final Address contract;
    private final Deque<Mark> marks = new ArrayDeque<>();
    private long width = WIDEST;

    /** A cursor that stands nowhere yet: set it with {@link #reset}. */
    public LogCursor(Rpc rpc, Address contract) {
        this.rpc = rpc;
        this.contract = contract;
    }

    /** Stands right after these blocks, oldest first; at least one. */
    public void reset(List<Mark> remembered) {
        if (remembered.isEmpty()) {
            throw new IllegalArgumentException("a cursor must stand somewhere");
        }
        marks.clear();
        remembered.forEach(marks::addLast);
    }

    /** What to keep over a restart, oldest first. */
    public List<Mark> marks() {
        return List.copyOf(marks);
    }

    /** The last block that was read. */
    public long position() {
        return marks.getLast().number();
    }

    /**
     * Looks once.
     *
     * @throws RpcException when the chain does not answer; the cursor has not moved
     */
    public Step next() throws RpcException {
        Block head = rpc.latest();
        Optional<Mark> comparable =
                marks.reversed().stream()
                        .filter(mark -> mark.number() <= head.number())
                        .findFirst();
        if (comparable.isEmpty()) {
            return new Step.Lost();
        }
        if (!stillThere(comparable.get())) {
            return rewind();
        }
        if (comparable.get().number() < position()) {
            return new Step.Behind(head.number());
        }
        long confirmed = head.number() - rpc.chain().blocks().confirmations();
        if (confirmed <= position()) {
            return new Step.UpToDate();
        }
        return advance(confirmed);
    }

    private Step advance(long confirmed) throws RpcException {
        long from = position() + 1;
        while (true) {
            long to = Math.min(confirmed, from + width - 1);
            try {
                Optional<Block> before = rpc.block(to);
                List<Log> logs = rpc.logs(contract, from, to);
                Optional<Block> after = rpc.block(to);
                if (before.isEmpty() || !before.equals(after) || !stillThere(marks.getLast())) {
                    return new Step.UpToDate();
                }
                remember(new Mark(to, before.get().hash(), !logs.isEmpty()));
                width = Math.min(WIDEST, width * 2);
                return new Step.Advanced(logs, to);
            } catch (RpcRefused e) {
                // Nodes limit the range or the answer, each in its own words.
                if (to == from) {
                    throw e;
                }
                width = Math.max(1, (to - from + 1) / 2);
            }
        }
    }

    private Step rewind() throws RpcException {
        boolean logsLost = false;
        while (!marks.isEmpty() && !stillThere(marks.getLast())) {
            logsLost |= marks.removeLast().logged();
        }
        return marks.isEmpty() ? new Step.Lost() : new Step.Rewound(position(), logsLost);
    }

    private boolean stillThere(Mark mark) throws RpcException {
        return rpc.block(mark.number()).filter(b -> b.hash().equals(mark.hash())).isPresent();
    }

    private void remember(Mark mark) {
        marks.addLast(mark);
        if (marks.size() > REMEMBERED) {
            marks.removeFirst();
        }
    }
}

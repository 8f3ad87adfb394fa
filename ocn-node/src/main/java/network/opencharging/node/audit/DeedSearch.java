package network.opencharging.node.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which deeds are looked for; what is empty does not narrow.
 *
 * @param who whose
 * @param what a part of method and path
 * @param from not before
 * @param until before
 * @param most how many, the newest first
 */
public record DeedSearch(
        Optional<String> who,
        Optional<String> what,
        Optional<Instant> from,
        Optional<Instant> until,
        int most) {}

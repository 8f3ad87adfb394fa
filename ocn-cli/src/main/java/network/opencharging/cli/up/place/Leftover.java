package network.opencharging.cli.up.place;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A process that may have outlived the one that started it.
 *
 * @param pid its number, which the system may have given to another process since
 * @param started when it began, which tells whether it is still the same
 */
record Leftover(long pid, Instant started) {

    static Optional<Leftover> of(ProcessHandle process) {
        return process.info().startInstant().map(start -> new Leftover(process.pid(), start));
    }

    static Optional<Leftover> parse(String line) {
        String[] parts = line.split(" ", -1);
        try {
            return parts.length == 2
                    ? Optional.of(new Leftover(Long.parseLong(parts[0]), Instant.parse(parts[1])))
                    : Optional.empty();
        } catch (NumberFormatException | DateTimeParseException e) {
            // Half a line, written in the moment of the end: it names no process.
            return Optional.empty();
        }
    }

    String line() {
        return pid + " " + started;
    }

    /** Ends it when it is still the same process. */
    void end() {
        ProcessHandle.of(pid)
                .filter(process -> process.info().startInstant().equals(Optional.of(started)))
                .ifPresent(ProcessHandle::destroyForcibly);
    }
}

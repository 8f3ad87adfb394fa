package network.opencharging.bridge.receive;

import network.opencharging.bridge.command.CommandBook;
import network.opencharging.bridge.command.PendingCommand;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What is needed to take commands.
 *
 * @param book remembers them until their result is on its way
 * @param ofHub whether a URL leads to the hub
 * @param ids makes ids for commands
 */
public record Commands(CommandBook book, Predicate<URI> ofHub, Supplier<String> ids) {

    /** Until the backoffice has said how long it will take. */
    private static final Duration WHILE_ASKING = Duration.ofMinutes(2);

    private static final Duration LONGEST = Duration.ofHours(1);

    /** The URL where the result goes to; empty when it does not lead to the hub. */
    Optional<URI> responseUrl(String text) {
        return url(text).filter(ofHub);
    }

    /** Written down before the backoffice hears of it: also an early result finds who waits. */
    void open(String id, Asked asked, String name, URI responseUrl, Instant now) {
        book.open(
                new PendingCommand(
                        id,
                        new PendingCommand.Between(
                                asked.context().from(),
                                asked.context().to(),
                                asked.context().correlationId()),
                        new PendingCommand.What(asked.route().module(), name),
                        responseUrl,
                        now.plus(WHILE_ASKING)));
    }

    /**
     * The backoffice will try; nothing changes when its result came already.
     *
     * @return how long the result may take
     */
    Duration accepted(String id, Duration within, Instant now) {
        Duration wait = within.compareTo(LONGEST) > 0 ? LONGEST : within;
        book.extend(id, now.plus(wait));
        return wait;
    }

    private static Optional<URI> url(String text) {
        try {
            return Optional.of(new URI(text)).filter(URI::isAbsolute);
        } catch (URISyntaxException e) {
            // No URL: then it does not lead to the hub.
            return Optional.empty();
        }
    }
}

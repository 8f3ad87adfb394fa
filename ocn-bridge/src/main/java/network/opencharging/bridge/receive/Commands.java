package network.opencharging.bridge.receive;

import network.opencharging.bridge.command.CommandBook;
import network.opencharging.bridge.command.PendingCommand;

import java.net.URI;
import java.net.URISyntaxException;
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

    /** The new deadline; not when the result came while the handler was still answering. */
    void extend(PendingCommand command) {
        book.extend(command.id(), command.deadline());
    }

    static Optional<URI> url(String text) {
        try {
            return Optional.of(new URI(text)).filter(URI::isAbsolute);
        } catch (URISyntaxException e) {
            // No URL: then it does not lead to the hub.
            return Optional.empty();
        }
    }
}

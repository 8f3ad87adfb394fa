package network.opencharging.bridge.backoffice;

import network.opencharging.bridge.model.v221.CommandResponseType;

import java.time.Duration;

/**
 * Takes commands of partners (OCPI 2.2.1 §13.2.1). It answers at once whether it will try, and
 * reports later, by the command's id, how it went; the bridge remembers the command across a
 * restart, and tells the partner TIMEOUT when no report comes.
 */
public interface CommandHandler {

    /** Whether the backoffice will try. */
    Answer handle(Context context, Command command);

    /** What a backoffice says to a command. */
    sealed interface Answer {
        /**
         * It will try.
         *
         * @param within how long a result may take
         */
        record Accepted(Duration within) implements Answer {}

        /**
         * It will not try.
         *
         * @param why NOT_SUPPORTED, REJECTED or UNKNOWN_SESSION
         * @param message a sentence for the driver
         */
        record Refused(CommandResponseType why, String message) implements Answer {}
    }
}

package network.opencharging.cpo.config;

import java.io.Serial;

/** The backend will not start: the message is one sentence that says what to change. */
final class StartRefused extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    StartRefused(String sentence) {
        super(sentence);
    }
}

package network.opencharging.node.client;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** What became of a {@link Call}: an answer of any status, or none. */
public sealed interface CallResult {

    /** The server answered, whatever the status. */
    final class Answered implements CallResult {
        private final int status;
        private final Map<String, String> headers;
        private final byte[] body;

        /**
         * An answer.
         *
         * @param status the HTTP status
         * @param headers found without regard to case; several values of one name are joined with
         *     {@code ", "}
         * @param body not copied; empty when there is none
         */
        public Answered(int status, SortedMap<String, String> headers, byte[] body) {
            this.status = status;
            this.headers = headers;
            this.body = body;
        }

        /** The HTTP status, also 4xx and 5xx. */
        public int status() {
            return status;
        }

        /** The value of a header, whatever the case of its name. */
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }

        /** The bytes of the body, not copied; empty when there is none. */
        public byte[] body() {
            return body;
        }
    }

    /**
     * No usable answer came.
     *
     * @param reason the kind of failure
     * @param detail one sentence for a log; holds neither token nor body
     */
    record Unanswered(Reason reason, String detail) implements CallResult {}

    /** Why no usable answer came. */
    enum Reason {
        /** The deadline passed. */
        TIMEOUT,
        /** Name look-up, connection, TLS or the wire failed. */
        UNREACHABLE,
        /** The address lies behind the fence; nothing was sent. */
        FORBIDDEN_ADDRESS,
        /** The URL is none that can be called; nothing was sent. */
        UNUSABLE_URL,
        /** Too many calls to this host are still waiting; nothing was sent. */
        CROWDED,
        /** The answer is larger than allowed. */
        TOO_LARGE,
        /** There is no memory left for the answer. */
        NO_ROOM
    }
}

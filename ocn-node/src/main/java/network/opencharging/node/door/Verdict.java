package network.opencharging.node.door;

import network.opencharging.protocol.message.OcpiStatus;

/**
 * A refusal as the caller sees it.
 *
 * @param http the HTTP status
 * @param status the status of the OCPI layer
 * @param sentence what is wrong and what to do
 */
public record Verdict(int http, OcpiStatus status, String sentence) {
    /** The same in a version that has neither codes of hubs nor codes of one's own. */
    Verdict older() {
        int code = status.code();
        int known = code >= 4000 ? 3000 : code > 2003 && code < 3000 ? 2000 : code;
        return new Verdict(http, new OcpiStatus(known), sentence);
    }
}

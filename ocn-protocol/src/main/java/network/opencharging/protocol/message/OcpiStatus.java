package network.opencharging.protocol.message;

/**
 * A status code of the OCPI layer (OCPI 2.2.1 §5), which stands in the envelope beside the HTTP
 * status.
 *
 * @param code 1000 to 4999; 1xxx success, 2xxx the client's fault, 3xxx the server's, 4xxx the
 *     hub's
 */
public record OcpiStatus(int code) {
    /** Success. */
    public static final OcpiStatus SUCCESS = new OcpiStatus(1000);

    /** The client did something wrong that no other code names. */
    public static final OcpiStatus CLIENT_ERROR = new OcpiStatus(2000);

    /** Invalid or missing parameters. */
    public static final OcpiStatus INVALID_PARAMETERS = new OcpiStatus(2001);

    /** Not enough information. */
    public static final OcpiStatus NOT_ENOUGH_INFORMATION = new OcpiStatus(2002);

    /** Unknown Location, EVSE, Connector. */
    public static final OcpiStatus UNKNOWN_LOCATION = new OcpiStatus(2003);

    /** Unknown Token. */
    public static final OcpiStatus UNKNOWN_TOKEN = new OcpiStatus(2004);

    /** Generic server error. */
    public static final OcpiStatus SERVER_ERROR = new OcpiStatus(3000);

    /** The server could not use the client's API. */
    public static final OcpiStatus CLIENT_API_UNUSABLE = new OcpiStatus(3001);

    /** No common version. */
    public static final OcpiStatus UNSUPPORTED_VERSION = new OcpiStatus(3002);

    /** No matching endpoints between the two parties. */
    public static final OcpiStatus NO_MATCHING_ENDPOINTS = new OcpiStatus(3003);

    /** Generic hub error. */
    public static final OcpiStatus HUB_ERROR = new OcpiStatus(4000);

    /** The receiver ({@code OCPI-to-*}) is not known. */
    public static final OcpiStatus UNKNOWN_RECEIVER = new OcpiStatus(4001);

    /** The forwarded request was not answered in time. */
    public static final OcpiStatus TIMEOUT = new OcpiStatus(4002);

    /** The receiver cannot be reached. */
    public static final OcpiStatus CONNECTION_PROBLEM = new OcpiStatus(4003);

    /** Checks the range. */
    public OcpiStatus {
        if (code < 1000 || code > 4999) {
            throw new IllegalArgumentException("status_code must be 1000 to 4999");
        }
    }

    /** True for every 1xxx code: custom successes (19xx) are successes too. */
    public boolean isSuccess() {
        return code < 2000;
    }
}

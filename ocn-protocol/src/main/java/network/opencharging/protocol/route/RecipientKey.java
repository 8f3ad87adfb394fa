package network.opencharging.protocol.route;

/**
 * What in a request without {@code OCPI-to-*} tells for whom it is (open routing; OCPI leaves the
 * decision to the hub).
 */
public enum RecipientKey {
    /** Nothing: the sender must name the receiver. */
    NONE,
    /** {@code cdr_token.country_code} and {@code cdr_token.party_id} in the body. */
    CDR_TOKEN_IN_BODY,
    /** The token's uid in the path: one of the providers knows it. */
    TOKEN_UID_IN_PATH,
    /** The session's id in the path: whoever reported that session. */
    SESSION_ID_IN_PATH,
    /** {@code session_id} or {@code location_id} in the body: whoever reported it. */
    SESSION_OR_LOCATION_IN_BODY,
    /** The id at the end of the path, which the hub gave out itself. */
    GIVEN_ID
}

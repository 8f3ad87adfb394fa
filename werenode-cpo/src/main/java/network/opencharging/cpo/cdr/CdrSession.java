package network.opencharging.cpo.cdr;

import network.opencharging.cpo.account.AuthMethod;

import java.util.Optional;

/**
 * Who charged where, and who let him (OCPI 2.2.1 §10.3.1).
 *
 * @param sessionId at most 36 characters; empty only for a reservation that became no session
 * @param token who
 * @param authMethod how the driver was let in; the last method when there were several
 * @param authorizationReference what the eMSP gave; the last one when there were several
 * @param location where
 * @param meterId at most 255 characters
 */
public record CdrSession(
        Optional<String> sessionId,
        CdrToken token,
        AuthMethod authMethod,
        Optional<String> authorizationReference,
        CdrLocation location,
        Optional<String> meterId) {

    /**
     * Checks the lengths.
     *
     * @throws IllegalArgumentException naming the field
     */
    public CdrSession {
        sessionId.ifPresent(id -> Text.check("session_id", id, 36));
        authorizationReference.ifPresent(
                reference -> Text.check("authorization_reference", reference, 36));
        meterId.ifPresent(id -> Text.check("meter_id", id, 255));
    }
}

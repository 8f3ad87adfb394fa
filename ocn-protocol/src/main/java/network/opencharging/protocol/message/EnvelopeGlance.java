package network.opencharging.protocol.message;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonMembers;

import java.util.Optional;

/**
 * What a hub must know of an answer's envelope, found without building its data.
 *
 * @param status the status of the OCPI layer
 * @param message the sentence beside it
 * @param timestamp as it was written
 * @param hasData whether there is {@code data} other than null
 * @param signature the OCN signature of the answer
 */
public record EnvelopeGlance(
        OcpiStatus status,
        Optional<String> message,
        Optional<String> timestamp,
        boolean hasData,
        Optional<String> signature) {
    /** The member that carries the OCN signature of an answer. */
    public static final String SIGNATURE = "ocn_signature";

    /** The member in which old nodes say what they think of it. */
    public static final String VERIFICATION_STATUS = "ocn_verification_status";

    /** Looks at the body; empty when it is no envelope: no object, or without a status code. */
    public static Optional<EnvelopeGlance> at(Body body) {
        return body.members().optional().flatMap(EnvelopeGlance::at);
    }

    private static Optional<EnvelopeGlance> at(JsonMembers members) {
        return status(members)
                .map(status ->
                        new EnvelopeGlance(
                                status,
                                text(members, "status_message"),
                                text(members, "timestamp"),
                                members.hasValue("data"),
                                text(members, SIGNATURE)));
    }

    private static Optional<OcpiStatus> status(JsonMembers members) {
        return members.read("status_code")
                .flatMap(value ->
                        value instanceof Json.Num(String literal)
                                        && literal.matches("[1-4][0-9]{3}")
                                ? Optional.of(new OcpiStatus(Integer.parseInt(literal)))
                                : Optional.empty());
    }

    private static Optional<String> text(JsonMembers members, String name) {
        return members.read(name).flatMap(Json::asText);
    }
}

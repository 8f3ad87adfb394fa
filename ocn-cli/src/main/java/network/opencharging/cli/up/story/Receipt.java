package network.opencharging.cli.up.story;

import network.opencharging.cli.up.site.Outlet;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * What came of a charge.
 *
 * @param outlet where it was
 * @param cdr as the eMSP has it
 */
public record Receipt(Outlet outlet, JsonNode cdr) {
    /** The id of the CDR. */
    public String id() {
        return cdr.path("id").asString("");
    }

    /** What it comes to. */
    public Bill bill() {
        return Bill.ofCdr(cdr);
    }

    /** How long it took, for a person. */
    public String time() {
        try {
            Duration took =
                    Duration.between(
                            Instant.parse(cdr.path("start_date_time").asString("")),
                            Instant.parse(cdr.path("end_date_time").asString("")));
            return took.toSeconds() + " s";
        } catch (DateTimeParseException e) {
            // Both are held against OCPI's form before the eMSP keeps the CDR.
            throw new IllegalStateException(e);
        }
    }
}

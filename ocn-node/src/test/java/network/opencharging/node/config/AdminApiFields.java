package network.opencharging.node.config;

import static network.opencharging.node.config.Operation.list;
import static network.opencharging.node.config.Operation.number;
import static network.opencharging.node.config.Operation.text;
import static network.opencharging.node.config.Operation.truth;

import org.springframework.restdocs.payload.FieldDescriptor;

import java.util.List;
import java.util.stream.Stream;

/** What things look like to the operator: told once for every operation that shows them. */
final class AdminApiFields {
    private AdminApiFields() {}

    /** A registered platform, below this place. */
    static List<FieldDescriptor> registered(String at) {
        return List.of(
                text(at + "id", "Its id at this node, which stays."),
                text(at + "status", "CONNECTED, OFFLINE, SUSPENDED; PLANNED for who is invited."),
                text(at + "last_updated", "When it changed last."),
                text(at + "roles[].country_code", "Of a party it speaks for."),
                text(at + "roles[].party_id", "The same."),
                text(at + "roles[].role", "In which role."),
                text(at + "roles[].name", "What the party calls itself."),
                text(at + "version", "The version of OCPI agreed upon."),
                text(at + "versions_url", "Where it lists its versions."),
                text(at + "token_encoding", "How it reads tokens: BASE64 or RAW."),
                text(at + "endpoints[].identifier", "A module it has."),
                text(at + "endpoints[].role", "SENDER or RECEIVER."),
                text(at + "endpoints[].url", "Where."));
    }

    /** Who is invited. */
    static List<FieldDescriptor> invited() {
        return List.of(
                text("id", "Its id at this node, which stays when it registers."),
                text("status", "PLANNED."),
                text("last_updated", "When it was invited."),
                text("purpose", "REGISTER."),
                text("parties[].country_code", "Whom the token is for; none: whoever is listed."),
                text("parties[].party_id", "The same."),
                text("expires", "Until when the token may be used."),
                text("token", "Token A, shown this once."),
                text("versions_url", "Where the platform begins."));
    }

    static List<FieldDescriptor> rules(String at) {
        return List.of(
                text(at + "platform", "Whose rules they are."),
                list(at + "parties", "For whom it speaks."),
                truth(at + "signatures", "Whether it takes only what is signed."),
                text(at + "list", "NONE, WHITELIST or BLACKLIST."),
                text(at + "entries[].party", "Who stands on it."),
                list(at + "entries[].modules", "For which modules."));
    }

    static List<FieldDescriptor> peer(String at) {
        return List.of(
                text(at + "operator", "The address of its operator."),
                text(at + "url", "Where it is."),
                number(at + "parties", "How many parties it carries."),
                text(at + "profile", "What it reads: OPEN, P1, P2 or P3."),
                text(at + "known", "CONFIGURED, FOUND (it said so) or ASSUMED."),
                text(at + "found_at", "When it said so.").optional());
    }

    static List<FieldDescriptor> registry() {
        return List.of(
                text("status", "UP; STALE: not reached; DOWN: never read."),
                text("source", "What is read."),
                number("operators", "How many it lists."),
                number("parties", "How many it lists."),
                number("age_seconds", "How old that is.").optional(),
                text("trouble", "What went wrong last.").optional());
    }

    /** A line of the log. */
    static List<FieldDescriptor> message(String at) {
        return List.of(
                text(at + "id", "Of this line."),
                text(at + "at", "When it came."),
                text(at + "correlation_id", "The same along all nodes."),
                text(at + "request_id", "Of this hop."),
                text(at + "sender", "Who sent it, once that is proved.").optional(),
                text(at + "receiver", "For whom it was.").optional(),
                text(at + "module", "About what."),
                text(at + "interface_role", "Of the receiver."),
                text(at + "method", "Of HTTP."),
                truth(at + "from_node", "Whether another node sent it."),
                truth(at + "signed", "Whether it was signed."),
                truth(at + "repeated", "Whether its request id came before."),
                number(at + "http_status", "What the sender got."),
                number(at + "ocpi_status", "What the sender got.").optional(),
                text(at + "refusal", "Why this node refused it.").optional(),
                number(at + "milliseconds", "How long it took."));
    }

    static List<FieldDescriptor> administrator(String at) {
        return List.of(
                text(at + "name", "Who."),
                truth(at + "has_key", "Whether there is a key."),
                truth(at + "has_password", "Whether there is a password."),
                text(at + "last_updated", "Since when."),
                text(at + "updated_by", "Who gave it."));
    }

    static List<FieldDescriptor> and(List<FieldDescriptor> some, FieldDescriptor... others) {
        return Stream.concat(some.stream(), Stream.of(others)).toList();
    }
}

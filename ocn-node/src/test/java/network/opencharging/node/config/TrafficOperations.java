package network.opencharging.node.config;

import static network.opencharging.node.config.AdminApiFields.and;
import static network.opencharging.node.config.AdminApiFields.message;
import static network.opencharging.node.config.Operation.asking;
import static network.opencharging.node.config.Operation.number;
import static network.opencharging.node.config.Operation.parameter;
import static network.opencharging.node.config.Operation.text;
import static network.opencharging.node.config.Operation.truth;
import static network.opencharging.node.config.Operation.whole;

import org.springframework.restdocs.payload.JsonFieldType;

/** What can be seen of what passes. */
final class TrafficOperations {

    static final Operation SEARCH_THE_MESSAGES =
            asking(
                            "GET",
                            "/admin/messages",
                            200,
                            "Search the messages",
                            "The newest first; who, whom, about what, how it ended,"
                                    + " never what was said.")
                    .inQuery(
                            parameter("correlation_id", "Along all nodes."),
                            parameter("party", "As DE/ALC, sender or receiver."),
                            parameter("module", "About what."),
                            parameter("status", "Of HTTP or OCPI."),
                            parameter("refused", "true or false."),
                            parameter("from", "From when."),
                            parameter("until", "Until when."),
                            parameter("limit", "At most so many, 1000 at most."))
                    .answers(
                            and(
                                    message("messages[]."),
                                    number("dropped", "Lines the database was too slow for."),
                                    number("bodies_dropped", "The same of bodies.")));

    static final Operation FOLLOW_A_MESSAGE_STEP_BY_STEP =
            asking(
                            "GET",
                            "/admin/messages/{id}",
                            200,
                            "Follow a message step by step",
                            "And what was said, where that is kept; reading that is written"
                                    + " down.")
                    .inPath(parameter("id", "Of the line."))
                    .answers(
                            and(
                                    message(""),
                                    text("path[].step", "A step of its way."),
                                    number("path[].at_microseconds", "After its arrival."),
                                    truth("path[].passed", "Whether it went on."),
                                    text("path[].found", "What the step found."),
                                    whole("bodies", JsonFieldType.OBJECT, "Request and answer.")
                                            .optional()));

    static final Operation SEE_HOW_THE_NODE_STANDS =
            asking("GET", "/admin/overview", 200, "See how the node stands", "In a few numbers.")
                    .answers(
                            whole("node", JsonFieldType.OBJECT, "Who it is."),
                            whole("registry", JsonFieldType.OBJECT, "As GET /admin/registry."),
                            whole("platforms", JsonFieldType.OBJECT, "How many in which state."),
                            whole("log", JsonFieldType.OBJECT, "What was dropped."),
                            whole("last_minute", JsonFieldType.OBJECT, "How many messages."),
                            whole("nodes", JsonFieldType.ARRAY, "The first 500."));

    static final Operation LIST_THE_PARTIES_OF_THE_NETWORK =
            asking(
                            "GET",
                            "/admin/parties",
                            200,
                            "List the parties of the network",
                            "As this node sees them, in pages.")
                    .inQuery(
                            parameter("party", "As DE/ALC."),
                            parameter("offset", "Where the page begins."),
                            parameter("limit", "200 at most."))
                    .answers(
                            text("parties[].party", "Which one."),
                            text("parties[].role", "In which role."),
                            text("parties[].status", "As others see it."),
                            text("parties[].last_updated", "Since when."),
                            truth("parties[].here", "Whether it is at a platform of this node."),
                            text("parties[].name", "What it calls itself.").optional(),
                            text("parties[].node", "Where it is reached.").optional(),
                            number("total", "How many there are."));

    private TrafficOperations() {}
}

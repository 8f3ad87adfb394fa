package network.opencharging.node.config;

import static network.opencharging.node.config.AdminApiFields.peer;
import static network.opencharging.node.config.AdminApiFields.registry;
import static network.opencharging.node.config.AdminApiFields.rules;
import static network.opencharging.node.config.Operation.asking;
import static network.opencharging.node.config.Operation.list;
import static network.opencharging.node.config.Operation.number;
import static network.opencharging.node.config.Operation.parameter;
import static network.opencharging.node.config.Operation.text;
import static network.opencharging.node.config.Operation.truth;

import org.springframework.restdocs.request.ParameterDescriptor;

/** What can be seen of rules, other nodes and the registry. */
final class NetworkOperations {
    private static final ParameterDescriptor ID = parameter("id", "Of the platform.");
    private static final ParameterDescriptor OPERATOR =
            parameter("operator", "The address of an operator.");

    static final Operation LIST_THE_RULES_OF_PLATFORMS =
            asking(
                            "GET",
                            "/admin/rules",
                            200,
                            "List the rules of platforms",
                            "Of those that have set any; they alone set them.")
                    .answers(rules("[]."));

    static final Operation SEE_THE_RULES_OF_A_PLATFORM =
            asking(
                            "GET",
                            "/admin/platforms/{id}/rules",
                            200,
                            "See the rules of a platform",
                            "What it has set for what reaches it.")
                    .inPath(ID)
                    .answers(rules(""));

    static final Operation SEE_THE_ADDRESS_OF_THIS_NODE =
            asking(
                            "GET",
                            "/admin/address",
                            200,
                            "See the address of this node",
                            "And which platforms know another one, because it has changed: they are"
                                    + " told until they take it.")
                    .answers(
                            text("url", "The public URL."),
                            list("others", "Platforms that know another one."),
                            text("others[].platform", "Its id.").optional(),
                            text("others[].told", "The URL that it knows.").optional(),
                            text("others[].problem", "Why it has not taken the present one.")
                                    .optional());

    static final Operation LIST_OTHER_NODES =
            asking(
                            "GET",
                            "/admin/peers",
                            200,
                            "List other nodes",
                            "Each with the form of messages it reads, and how that is known.")
                    .answers(peer("[]."));

    static final Operation INSPECT_ANOTHER_NODE =
            asking(
                            "GET",
                            "/admin/peers/{operator}",
                            200,
                            "Inspect another node",
                            "The same of one.")
                    .inPath(OPERATOR)
                    .answers(peer(""));

    static final Operation ASK_ANOTHER_NODE_WHAT_IT_READS =
            asking(
                            "POST",
                            "/admin/peers/{operator}/probe",
                            502,
                            "Ask another node what it reads",
                            "With GETs that change nothing there; answers with the node as it"
                                    + " is known then (200), or that it did not say (502, as here),"
                                    + " or that configuration counts more (409).")
                    .inPath(OPERATOR)
                    .answers(text("error", "What happened."));

    static final Operation SEE_HOW_FRESH_THE_REGISTRY_IS =
            asking(
                            "GET",
                            "/admin/registry",
                            200,
                            "See how fresh the registry is",
                            "As this node knows it.")
                    .answers(registry());

    static final Operation READ_THE_REGISTRY_AGAIN =
            asking(
                            "POST",
                            "/admin/registry/refresh",
                            200,
                            "Read the registry again",
                            "At once, and not when it is time. What was known stays when it"
                                    + " does not answer (502).")
                    .answers(registry());

    static final Operation LOOK_A_PARTY_UP =
            asking(
                            "GET",
                            "/admin/registry/parties/{country}/{party}",
                            200,
                            "Look a party up",
                            "As the registry lists it.")
                    .inPath(
                            parameter("country", "Its country code."),
                            parameter("party", "Its party id."))
                    .answers(
                            text("country_code", "Of the party."),
                            text("party_id", "The same."),
                            text("address", "The address that signs for it."),
                            list("roles", "In which it is listed."),
                            text("operator", "Whom it names."),
                            truth("admitted", "Whether that operator has let it in."),
                            text("node", "Where it is reached.").optional());

    static final Operation LOOK_AN_OPERATOR_UP =
            asking(
                            "GET",
                            "/admin/registry/operators/{operator}",
                            200,
                            "Look an operator up",
                            "As the registry lists it.")
                    .inPath(OPERATOR)
                    .answers(
                            text("operator", "Its address."),
                            text("url", "Its node."),
                            number("parties", "How many it carries."));

    private NetworkOperations() {}
}

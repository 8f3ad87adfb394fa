package network.opencharging.node.config;

import static network.opencharging.node.config.AdminApiFields.administrator;
import static network.opencharging.node.config.Operation.asking;
import static network.opencharging.node.config.Operation.number;
import static network.opencharging.node.config.Operation.parameter;
import static network.opencharging.node.config.Operation.text;
import static network.opencharging.node.config.Operation.whole;

import org.springframework.restdocs.payload.JsonFieldType;
import org.springframework.restdocs.request.ParameterDescriptor;

/** What is about those who administer the node. */
final class PeopleOperations {
    private static final ParameterDescriptor NAME = parameter("name", "1 to 64 of a-z 0-9 . _ @ -");

    static final Operation GIVE_AN_ADMINISTRATOR_A_KEY =
            asking(
                            "POST",
                            "/admin/administrators/{name}/key",
                            201,
                            "Give an administrator a key",
                            "In place of the one before; shown this once.")
                    .inPath(NAME)
                    .answers(text("name", "Whose."), text("key", "The key."));

    static final Operation GIVE_AN_ADMINISTRATOR_A_PASSWORD =
            asking(
                            "PUT",
                            "/admin/administrators/{name}/password",
                            200,
                            "Give an administrator a password",
                            "Sessions begun with the one before end.")
                    .inPath(NAME)
                    .sends(text("password", "At least 12 characters."))
                    .answers(administrator(""));

    static final Operation LIST_ADMINISTRATORS =
            asking(
                            "GET",
                            "/admin/administrators",
                            200,
                            "List administrators",
                            "Beside the holder of the key that is set.")
                    .answers(administrator("[]."));

    static final Operation REMOVE_AN_ADMINISTRATOR =
            asking(
                            "DELETE",
                            "/admin/administrators/{name}",
                            200,
                            "Remove an administrator",
                            "Key, password and sessions are void.")
                    .inPath(NAME)
                    .answers(text("name", "Who."));

    static final Operation SEE_WHO_IS_SIGNED_IN =
            asking(
                            "GET",
                            "/admin/session",
                            200,
                            "See who is signed in",
                            "And, in a browser, the proof for X-CSRF-Token.")
                    .answers(
                            text("name", "Who."),
                            text("way", "KEY or SESSION."),
                            text("csrf", "The proof.").optional());

    static final Operation SIGN_OUT =
            asking("DELETE", "/admin/session", 200, "Sign out", "Ends the session of the cookie.")
                    .answers(text("result", "That it is done."));

    static final Operation SEARCH_THE_AUDIT =
            asking(
                            "GET",
                            "/admin/audit",
                            200,
                            "Search the audit",
                            "Who did what, the newest first.")
                    .inQuery(
                            parameter("who", "A name."),
                            parameter("what", "A part of method and path."),
                            parameter("from", "From when."),
                            parameter("until", "Until when."),
                            parameter("limit", "At most so many."))
                    .answers(
                            text("deeds[].at", "When."),
                            text("deeds[].who", "Who."),
                            text("deeds[].way", "KEY or SESSION.").optional(),
                            text("deeds[].from", "The address it came from."),
                            text("deeds[].what", "Method and path."),
                            number("deeds[].http_status", "How it ended.").optional(),
                            text("deeds[].note", "About whom or what.").optional());

    static final Operation READ_THIS_DESCRIPTION =
            asking("GET", "/admin/openapi.json", 200, "Read this description", "OpenAPI 3.1.")
                    .answers(
                            whole("openapi", JsonFieldType.STRING, "Its version.").optional(),
                            whole("info", JsonFieldType.OBJECT, "What it is.").optional(),
                            whole("security", JsonFieldType.ARRAY, "What it wants.").optional(),
                            whole("paths", JsonFieldType.OBJECT, "Each operation.").optional(),
                            whole("components", JsonFieldType.OBJECT, "How one is known.")
                                    .optional());

    private PeopleOperations() {}
}

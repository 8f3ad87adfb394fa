package network.opencharging.node.config;

import static network.opencharging.node.config.AdminApiFields.invited;
import static network.opencharging.node.config.AdminApiFields.registered;
import static network.opencharging.node.config.Operation.asking;
import static network.opencharging.node.config.Operation.list;
import static network.opencharging.node.config.Operation.number;
import static network.opencharging.node.config.Operation.parameter;
import static network.opencharging.node.config.Operation.text;

import org.springframework.restdocs.request.ParameterDescriptor;

/** What can be done with platforms. */
final class PlatformOperations {
    private static final ParameterDescriptor ID = parameter("id", "Of the platform.");

    static final Operation INVITE_A_PLATFORM =
            asking(
                            "POST",
                            "/admin/platforms",
                            201,
                            "Invite a platform",
                            "It registers with token A, which is shown this once.")
                    .sends(
                            list(
                                            "parties",
                                            "Whom the token is for; without, whomever"
                                                    + " the registry lists here.")
                                    .optional(),
                            text("parties[].country_code", "Of a party."),
                            text("parties[].party_id", "The same."),
                            number("days", "For how long, 1 to 365; else as" + " configured.")
                                    .optional())
                    .answers(invited());

    static final Operation BEGIN_A_HANDSHAKE =
            asking(
                            "POST",
                            "/admin/handshakes",
                            201,
                            "Begin a handshake",
                            "This node registers with a platform that gave it a token" + " A.")
                    .sends(
                            text("versions_url", "Where the platform lists its versions."),
                            text("token", "Its token A."))
                    .answers(registered(""));

    static final Operation INSPECT_A_PLATFORM =
            asking(
                            "GET",
                            "/admin/platforms/{id}",
                            200,
                            "Inspect a platform",
                            "Registered or invited; never its tokens.")
                    .inPath(ID)
                    .answers(registered(""));

    static final Operation END_A_REGISTRATION_OR_WITHDRAW_AN_INVITATION =
            asking(
                            "DELETE",
                            "/admin/platforms/{id}",
                            200,
                            "End a registration or withdraw an invitation",
                            "A registered platform is told; whatever it says, it is over here.")
                    .inPath(ID)
                    .answers(
                            text("id", "Which one."),
                            text(
                                            "warning",
                                            "What the platform said when it was not simply"
                                                    + " yes.")
                                    .optional());

    static final Operation LIST_PLATFORMS =
            asking(
                            "GET",
                            "/admin/platforms",
                            200,
                            "List platforms",
                            "Everybody who is registered or invited.")
                    .answers(registered("[]."));

    static final Operation SUSPEND_A_PLATFORM =
            asking(
                            "POST",
                            "/admin/platforms/{id}/suspend",
                            200,
                            "Suspend a platform",
                            "No message of it passes and none reaches it, in any process; it"
                                    + " stays registered, and others see it as SUSPENDED.")
                    .inPath(ID)
                    .answers(registered(""));

    static final Operation RESUME_A_PLATFORM =
            asking(
                            "POST",
                            "/admin/platforms/{id}/resume",
                            200,
                            "Resume a platform",
                            "Ends a suspension.")
                    .inPath(ID)
                    .answers(registered(""));

    static final Operation ROTATE_THE_TOKENS_OF_A_PLATFORM =
            asking(
                            "POST",
                            "/admin/platforms/{id}/rotate",
                            200,
                            "Rotate the tokens of a platform",
                            "Both sides get fresh tokens (PUT of credentials); nobody needs to"
                                    + " see them. When the platform refuses, those of before count;"
                                    + " when it does not answer, both do until the new one is used,"
                                    + " for a day at most.")
                    .inPath(ID)
                    .answers(registered(""));

    static final Operation READ_A_PLATFORM_AGAIN =
            asking(
                            "POST",
                            "/admin/platforms/{id}/refresh",
                            200,
                            "Read a platform again",
                            "Its versions and endpoints, with the token that counts.")
                    .inPath(ID)
                    .answers(registered(""));

    static final Operation INVITE_A_PLATFORM_AGAIN =
            asking(
                            "POST",
                            "/admin/platforms/{id}/invitation",
                            201,
                            "Invite a platform again",
                            "Another token A for who lost its tokens or never used the"
                                    + " one it got. What it had before is void; its id and"
                                    + " its rules stay.")
                    .inPath(ID)
                    .sends(
                            number("days", "For how long, 1 to 365; else as" + " configured.")
                                    .optional())
                    .answers(invited());

    private PlatformOperations() {}
}

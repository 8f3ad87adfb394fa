package network.opencharging.tools.manner;

/**
 * A paragraph of OCPI 2.2.1 on which a rule stands, by its number and heading in that text. They
 * are numbered to the fourth level, as the printed text is; what stands deeper belongs to the
 * paragraph above it: Pagination to GET.
 */
public enum Paragraph {
    /** How the token goes with every request. */
    AUTHORIZATION("4.1.2", "Authorization header"),
    /** Reading, and lists in pages. */
    GET("4.1.4.1", "GET (Pagination)"),
    /** Writing a whole object. */
    PUT("4.1.4.2", "PUT"),
    /** Writing some fields of an object. */
    PATCH("4.1.4.3", "PATCH"),
    /** Objects that their owner tells others of. */
    OWNED("4.1.5", "Client Owned Object Push"),
    /** What must agree when it is told. */
    OWNED_ERRORS("4.1.5.1", "Errors"),
    /** The envelope. */
    RESPONSE("4.1.6", "Response format"),
    /** Who passes messages on to whom. */
    ROUTING("4.1.7", "Message Routing"),
    /** The four headers. */
    ROUTING_HEADERS("4.1.7.2", "Message Routing Headers"),
    /** Which of them stand where. */
    ROUTING_OVERVIEW("4.1.7.6", "Overview of required/optional routing headers"),
    /** The two ids. */
    IDS("4.2", "Unique message IDs"),
    /** Addresses are found, not made. */
    ENDPOINTS("4.3", "Interface endpoints"),
    /** Where HTTP ends and OCPI begins. */
    STATUS("5", "Status codes"),
    /** What a hub says of itself. */
    HUB_STATUS("5.4", "4xxx: Hub errors"),
    /** The list of versions. */
    VERSIONS("6.1.1", "Version information endpoint, Data"),
    /** A version in it. */
    VERSION("6.1.2", "Version class"),
    /** The details of a version. */
    DETAILS("6.2.1", "Version details endpoint, Data"),
    /** An endpoint in them. */
    ENDPOINT("6.2.2", "Endpoint class"),
    /** The names of modules, and which all must have. */
    MODULES("6.2.4", "ModuleID enum"),
    /** Reading credentials. */
    CREDENTIALS_GET("7.2.1", "Credentials, GET Method"),
    /** Registering. */
    CREDENTIALS_POST("7.2.2", "Credentials, POST Method"),
    /** What credentials say. */
    CREDENTIALS("7.3.1", "Credentials object"),
    /** Reading Locations at their owner. */
    LOCATIONS_GET("8.2.1.1", "Locations, Sender Interface, GET Method"),
    /** Changing Locations at who was told of them. */
    LOCATIONS_PATCH("8.2.2.3", "Locations, Receiver Interface, PATCH Method"),
    /** A Location. */
    LOCATION("8.3.1", "Location Object"),
    /** An EVSE. */
    EVSE("8.3.2", "EVSE Object"),
    /** A Connector. */
    CONNECTOR("8.3.3", "Connector Object"),
    /** Changing Sessions at who was told of them. */
    SESSIONS_PATCH("9.2.2.3", "Sessions, Receiver Interface, PATCH Method"),
    /** A Session. */
    SESSION("9.3.1", "Session Object"),
    /** Reading a CDR where it was taken. */
    CDRS_GET("10.2.2.1", "CDRs, Receiver Interface, GET Method"),
    /** Telling of a CDR. */
    CDRS_POST("10.2.2.2", "CDRs, Receiver Interface, POST Method"),
    /** A CDR. */
    CDR("10.3.1", "CDR Object"),
    /** Taking a Tariff back. */
    TARIFFS_DELETE("11.2.2.3", "Tariffs, Receiver Interface, DELETE Method"),
    /** A Tariff. */
    TARIFF("11.3.1", "Tariff Object"),
    /** Changing Tokens at who was told of them. */
    TOKENS_PATCH("12.2.1.3", "Tokens, Receiver Interface, PATCH Method"),
    /** Asking whether a Token may charge. */
    AUTHORIZE("12.2.2.2", "Tokens, Sender Interface, POST Method"),
    /** The answer to that. */
    AUTHORIZATION_INFO("12.3.1", "AuthorizationInfo Object"),
    /** A Token. */
    TOKEN("12.3.2", "Token Object"),
    /** Sending a command. */
    COMMANDS_POST("13.2.1.1", "Commands, Receiver Interface, POST Method"),
    /** Telling its result. */
    RESULT_POST("13.2.2.1", "Commands, Sender Interface, POST Method"),
    /** The answer to a command. */
    COMMAND_RESPONSE("13.3.2", "CommandResponse Object"),
    /** Its result. */
    COMMAND_RESULT("13.3.3", "CommandResult Object"),
    /** How a command is answered. */
    COMMAND_RESPONSES("13.4.1", "CommandResponseType enum"),
    /** Which commands there are. */
    COMMANDS("13.4.3", "CommandType enum"),
    /** Reading who is connected. */
    CLIENTS_GET("15.3.2.1", "HubClientInfo, Sender Interface, GET Method"),
    /** Ids are compared without case. */
    CI_STRING("16.1", "CiString type"),
    /** Times. */
    DATE_TIME("16.2", "DateTime type");

    private final String number;
    private final String heading;

    Paragraph(String number, String heading) {
        this.number = number;
        this.heading = heading;
    }

    /** Such as {@code 4.1.2}. */
    public String number() {
        return number;
    }

    /** As people cite it. */
    @Override
    public String toString() {
        return "OCPI 2.2.1 §%s, %s".formatted(number, heading);
    }
}

package network.opencharging.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.protocol.route.RouteKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

/** The texts that nodes of both generations were seen to write (signatures: NodeSignatureTest). */
public class NodeMessageTest {
    private static final String COMMAND_BODY =
            """
            {"response_url":"https://node2/ocpi/sender/2.2/commands/START_SESSION/uid-1","token":{"country_code":"DE",\
            "party_id":"MSP","uid":"U1","type":"APP_USER","contract_id":"DE-MSP-C1","issuer":"iss","valid":true,\
            "whitelist":"NEVER","last_updated":"2020-01-08T12:35:53.380Z"},"location_id":"LOC1","evse_uid":"EV1"}\
            """;

    /** What a node of the first generation sends for a command. */
    public static final String FIRST_GENERATION =
            """
            {"module":"COMMANDS","interface_role":"RECEIVER","method":"POST","headers":{"Authorization":"",\
            "OCN-Signature":"SIG","X-Request-ID":"req-1","X-Correlation-ID":"cor-1",\
            "sender":{"party_id":"MSP","country_code":"DE"},"receiver":{"party_id":"CPO","country_code":"CH"}},\
            "url_path":"START_SESSION","proxy_uid":"uid-1","proxy_resource":"https://msp/cb/1","body":\
            """
                    + COMMAND_BODY
                    + "}";

    /** The same by a node of the second generation since May 2026. */
    public static final String SECOND_GENERATION =
            FIRST_GENERATION
                    .replace(
                            "\"country_code\":\"CH\"}}",
                            "\"country_code\":\"CH\"},\"OCN-Verification-Status\":\"NOT_PRESENTED\"}")
                    .replace("/2.2/", "/2.2.1/");

    private static final String GET_WITH_QUERY =
            """
            {"module":"LOCATIONS","interface_role":"SENDER","method":"GET","headers":{"Authorization":"",\
            "X-Request-ID":"req-1","X-Correlation-ID":"cor-1","sender":{"party_id":"MSP","country_code":"DE"},\
            "receiver":{"party_id":"CPO","country_code":"CH"}},"query_params":{"date_from":"2020-01-01T00:00:00Z",\
            "offset":0,"limit":50}}\
            """;

    private static NodeMessage command(Optional<VerificationStatus> status, String body) {
        return new NodeMessage(
                new RouteKey(
                        ModuleId.COMMANDS,
                        InterfaceRole.RECEIVER,
                        HttpMethod.POST,
                        "START_SESSION"),
                new NodeHeaders(
                        Optional.of("SIG"),
                        new MessageIds("req-1", "cor-1"),
                        new PartyId("DE", "MSP"),
                        new PartyId("CH", "CPO"),
                        status),
                Json.Obj.EMPTY,
                new NodeMessage.Proxy(Optional.of("uid-1"), Optional.of("https://msp/cb/1")),
                Optional.of(Body.of(body)));
    }

    private static NodeMessage read(String text) {
        return ((NodeMessage.Reading.Read) NodeMessage.read(Body.of(text))).message();
    }

    @Test
    void theTextOfTheFirstGenerationIsWrittenToTheByte() {
        assertThat(command(Optional.empty(), COMMAND_BODY).toBody().text())
                .isEqualTo(FIRST_GENERATION);
        assertThat(read(FIRST_GENERATION)).isEqualTo(command(Optional.empty(), COMMAND_BODY));
    }

    @Test
    void theTextOfTheSecondGenerationHasTheStatus() {
        String body = COMMAND_BODY.replace("/2.2/", "/2.2.1/");

        assertThat(command(Optional.of(VerificationStatus.NOT_PRESENTED), body).toBody().text())
                .isEqualTo(SECOND_GENERATION);
        assertThat(read(SECOND_GENERATION).headers().status())
                .contains(VerificationStatus.NOT_PRESENTED);
    }

    @Test
    void queryParametersKeepTheirNumbersAndOrder() {
        assertThat(read(GET_WITH_QUERY).toBody().text()).isEqualTo(GET_WITH_QUERY);
        assertThat(read(GET_WITH_QUERY).query().member("limit")).contains(Json.number(50));
    }

    @Test
    void theBodyIsCutOutAsItStandsAndUnknownMembersAreIgnored() {
        String text =
                GET_WITH_QUERY.replace(
                        "\"query_params\"",
                        "\"test-tool\" : {\"a\":[1]}, \"body\" : { \"kwh\" : 25.0 } ,"
                                + " \"query_params\"");

        assertThat(read(text).body()).contains(Body.of("{ \"kwh\" : 25.0 }"));
    }

    @Test
    void aModuleThatOcpiDoesNotKnowTravelsWithItsIdAndItsBodyAsText() {
        String text =
                GET_WITH_QUERY
                        .replace("LOCATIONS", "CUSTOM")
                        .replace(
                                ",\"query_params\":{\"date_from\":\"2020-01-01T00:00:00Z\",\"offset\":0,\"limit\":50}",
                                ",\"url_path\":\"a/b\",\"custom_module_id\":\"nltnm-tokens\",\"body\":\"{\\\"a\\\":"
                                    + " 1.0}\"");

        NodeMessage message = read(text);

        assertThat(message.target().module()).isEqualTo(new ModuleId("nltnm-tokens"));
        assertThat(message.body()).contains(Body.of("{\"a\": 1.0}"));
        assertThat(message.toBody().text()).isEqualTo(text);
    }

    @Test
    void nullMembersAreAsGoodAsNone() {
        String text =
                GET_WITH_QUERY.replace(
                        "\"query_params\"", "\"body\":null,\"proxy_uid\":null,\"query_params\"");

        assertThat(read(text)).isEqualTo(read(GET_WITH_QUERY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"LOCATIONS\" | \"NOTHING\" | module",
                "\"LOCATIONS\" | \"CUSTOM\" | module",
                "\"SENDER\" | \"sender side\" | interface_role",
                "\"GET\" | \"TRACE\" | method",
                "\"req-1\" | \"\" | headers.X-Request-ID",
                "\"X-Correlation-ID\" | \"X-Other\" | headers.X-Correlation-ID",
                "\"receiver\" | \"other\" | headers.receiver",
                "\"MSP\" | \"MSPX\" | headers.sender",
                "\"headers\" | \"header\" | headers"
            })
    void whatIsMissingOrWrongIsNamed(String part, String instead, String member) {
        NodeMessage.Reading reading =
                NodeMessage.read(Body.of(GET_WITH_QUERY.replace(part, instead)));

        NodeMessage.Reading.Unreadable unreadable = (NodeMessage.Reading.Unreadable) reading;
        assertThat(unreadable.member()).isEqualTo(member);
        assertThat(unreadable.sentence())
                .startsWith("Member " + member + " of the message must be ");
    }

    @Test
    void whatIsNoJsonObjectIsUnreadable() {
        assertThat(NodeMessage.read(Body.of("[]")))
                .isInstanceOf(NodeMessage.Reading.Unreadable.class);
        assertThat(NodeMessage.read(Body.EMPTY)).isInstanceOf(NodeMessage.Reading.Unreadable.class);
    }
}

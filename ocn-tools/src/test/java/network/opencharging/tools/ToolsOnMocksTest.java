package network.opencharging.tools;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.tools.mock.MockCpo;
import network.opencharging.tools.mock.MockEmsp;
import network.opencharging.tools.mock.Settings;
import network.opencharging.tools.mock.fault.Fault;
import network.opencharging.tools.mock.fault.Faults;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.seam.Seams;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/** The tools as a person calls them, each with a token A, on mocks. */
class ToolsOnMocksTest {
    private static final String TOKEN_A = "token-a";

    @TempDir Path folder;

    @Test
    void conformanceOfAnHonestCpoLeavesWithZeroAndWritesBothReports() throws Exception {
        try (MockCpo cpo = cpo()) {
            Path junit = folder.resolve("report.xml");
            Path html = folder.resolve("report.html");

            Ran ran =
                    run(
                            cpo.platform().versions(),
                            "conformance",
                            "run",
                            "--role",
                            "cpo",
                            "--commands",
                            "--junit",
                            junit.toString(),
                            "--html",
                            html.toString());

            assertThat(ran.exitCode()).as(ran.out() + ran.err()).isZero();
            assertThat(ran.out()).contains(" 0 failed").contains("PAGE-6.locations");
            assertThat(cases(junit)).isGreaterThan(80);
            assertThat(html).content().contains("OCPI 2.2.1 §4.1.4.1, GET (Pagination)");
            // and the registration has ended
            assertThat(cpo.platform().connection().peer()).isEmpty();
        }
    }

    @Test
    void conformanceOfAFaultyEmspLeavesWithOneAndTellsTheCaseAndItsParagraph() throws Exception {
        try (MockEmsp emsp = emsp("cdr-without-location")) {
            Path html = folder.resolve("report.html");
            Ran ran =
                    run(
                            emsp.platform().versions(),
                            "conformance",
                            "run",
                            "--role",
                            "emsp",
                            "--html",
                            html.toString());

            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.out())
                    .containsPattern("!!  CDR-2 ")
                    .contains("an absolute address in Location is wanted")
                    .contains("OCPI 2.2.1 §10.2.2.2");
            // and on the page what failed stands first
            assertThat(Files.readString(html)).containsPattern("(?s)<tbody>\\s*<tr><td>CDR-2</td>");
        }
    }

    @Test
    void probeOnlyReads() throws Exception {
        try (MockCpo cpo = cpo("no-city")) {
            Ran ran = run(cpo.platform().versions(), "probe");

            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.out()).contains("MODEL-1.locations").contains("city");
            assertThat(cpo.platform().log().all())
                    .extracting(exchange -> exchange.request().line())
                    .filteredOn(line -> !line.contains("/credentials"))
                    .allMatch(line -> line.startsWith("GET "));
        }
    }

    @Test
    void getFollowsLinkAndPrintsEveryPageReadably() throws Exception {
        try (MockCpo cpo = cpo()) {
            Ran ran =
                    run(
                            cpo.platform().versions(),
                            "client",
                            "get",
                            "locations",
                            "--query",
                            "limit=2");

            assertThat(ran.exitCode()).as(ran.err()).isZero();
            assertThat(ran.out())
                    .contains("5 objects on 3 pages.")
                    .contains("\"city\" : \"Bremen\"")
                    .contains("X-Request-ID")
                    .doesNotContain("Authorization");
        }
    }

    @Test
    void whatIsWrongWithAnAnswerIsSaidBesideIt() throws Exception {
        try (MockCpo cpo = cpo("no-request-id")) {
            Ran ran = run(cpo.platform().versions(), "client", "get", "locations");

            assertThat(ran.out()).contains("ID-1").contains("X-Request-ID does not");
        }
    }

    @Test
    void aTokenIsPushedAndKept() throws Exception {
        Path token = folder.resolve("token.json");
        Files.writeString(
                token,
                """
                {"country_code":"NL","party_id":"TST","uid":"CARD1","type":"RFID","contract_id":"NL-TST-C1",
                 "issuer":"Test","valid":true,"whitelist":"ALLOWED","last_updated":"2026-01-01T00:00:00Z"}
                """);
        try (MockCpo cpo = cpo()) {
            Ran ran = run(cpo.platform().versions(), "client", "push", "tokens", token.toString());

            assertThat(ran.exitCode()).as(ran.out() + ran.err()).isZero();
            assertThat(cpo.tokens().all()).hasSize(1);
        }
    }

    @Test
    void aCommandIsSentAndItsResultShown() throws Exception {
        Path body = folder.resolve("unlock.json");
        Files.writeString(
                body,
                """
                {"location_id":"LOC1","evse_uid":"LOC1-E1","connector_id":"1"}
                """);
        try (MockCpo cpo = cpo()) {
            Ran ran =
                    run(
                            cpo.platform().versions(),
                            "client",
                            "command",
                            "UNLOCK_CONNECTOR",
                            body.toString());

            assertThat(ran.exitCode()).as(ran.out() + ran.err()).isZero();
            assertThat(ran.out()).contains("POST /callback/result");
        }
    }

    @Test
    void authorizeShowsWhatTheEmspSays() throws Exception {
        try (MockEmsp emsp = emsp()) {
            Ran known = run(emsp.platform().versions(), "client", "authorize", "04B0B0B0C0FFEE");
            emsp.platform().connection().invite(TOKEN_A);
            Ran unknown = run(emsp.platform().versions(), "client", "authorize", "NOBODYS");

            assertThat(known.exitCode()).as(known.out() + known.err()).isZero();
            assertThat(known.out()).contains("\"allowed\" : \"ALLOWED\"");
            assertThat(unknown.exitCode()).isEqualTo(1);
            assertThat(unknown.out()).contains("HTTP 404, OCPI 2004");
        }
    }

    @Test
    void whoCannotBeReachedIsSaidInOneSentence() {
        Ran nobody = run(URI.create("http://127.0.0.1:9/versions"), "probe");

        assertThat(nobody.exitCode()).isEqualTo(1);
        assertThat(nobody.err())
                .contains("http://127.0.0.1:9/versions cannot be used")
                .doesNotContain("\tat ");
    }

    private static long cases(Path junit)
            throws IOException, SAXException, ParserConfigurationException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(junit.toFile())
                .getElementsByTagName("testcase")
                .getLength();
    }

    private static MockCpo cpo(String... faults) throws IOException {
        MockCpo cpo = MockCpo.open(settings("DE/ALC", Role.CPO, faults));
        cpo.platform().connection().invite(TOKEN_A);
        return cpo;
    }

    private static MockEmsp emsp(String... faults) throws IOException {
        MockEmsp emsp = MockEmsp.open(settings("NL/BOB", Role.EMSP, faults));
        emsp.platform().connection().invite(TOKEN_A);
        return emsp;
    }

    private static Settings settings(String party, Role role, String... faults) {
        List<Fault> planted =
                Arrays.stream(faults).map(name -> Faults.find(name).orElseThrow()).toList();
        return Settings.of(
                        new Identity(PartyId.parse(party).orElseThrow(), role, "Mock"),
                        Settings.Seams.of(Seams.real(), Seams.real().clock(), exchange -> {}))
                .faults(planted);
    }

    private static Ran run(URI versions, String... arguments) {
        List<String> whole = new ArrayList<>(List.of(arguments));
        whole.addAll(List.of("--url", versions.toString(), "--register"));
        return Ran.tools(Map.of("OCPI_TOKEN", TOKEN_A), whole.toArray(String[]::new));
    }
}

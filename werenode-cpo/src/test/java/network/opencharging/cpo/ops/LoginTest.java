package network.opencharging.cpo.ops;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cpo.admin.AdminClient;
import network.opencharging.cpo.config.CpoUnderTest;
import network.opencharging.cpo.people.PersonUnderTest;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** People come in with a browser, and do what their role allows. */
class LoginTest {
    private static final String PASSWORD = "correct horse battery";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    @TempDir private static Path folder;
    private static CpoUnderTest cpo;
    private static AdminClient house;

    @BeforeAll
    static void start() throws IOException {
        Path file = Files.writeString(folder.resolve("first"), PASSWORD + "\n");
        cpo =
                CpoUnderTest.start(
                        folder.resolve("data"),
                        "--ocn.cpo.admin.first.name=frida",
                        "--ocn.cpo.admin.first.password-file=" + file);
        house = AdminClient.of(cpo);
    }

    @AfterAll
    static void stop() {
        cpo.close();
    }

    private static HttpResponse<String> sends(
            String method, String path, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + cpo.adminPort() + path))
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> enters(String name, String password) {
        String body = "{'name':'%s','password':'%s'}".formatted(name, password);
        return sends("POST", "/admin/login", body);
    }

    private static String ticket(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String word(String ticket) {
        return json(sends("GET", "/admin/me", "", "Cookie", ticket)).path("word").asString();
    }

    private static void writesDown(String name, String role) {
        String wish = "{'role':'%s','password':'%s'}".formatted(role, PASSWORD);
        assertThat(house.does("PUT", "/admin/people/" + name, wish).status()).isEqualTo(200);
    }

    @Test
    void theFirstPersonComesFromTheSettingsAndMayDoEverything() {
        HttpResponse<String> in = enters("frida", PASSWORD);

        assertThat(in.statusCode()).isEqualTo(200);
        assertThat(in.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Strict", "Path=/admin");
        JsonNode me = json(sends("GET", "/admin/me", "", "Cookie", ticket(in)));
        assertThat(me.path("name").asString()).isEqualTo("frida");
        assertThat(me.path("role").asString()).isEqualTo("ADMIN");
        assertThat(house.gets("/admin/people").body().toString())
                .contains("frida")
                .doesNotContain(PASSWORD, "argon2");
    }

    @Test
    void aTicketAloneChangesNothing() {
        writesDown("anna", "ADMIN");
        String ticket = ticket(enters("anna", PASSWORD));
        String path = "/admin/people/made-by-anna";
        String wish = "{'role':'VIEWER'}";

        assertThat(sends("PUT", path, wish, "Cookie", ticket).statusCode()).isEqualTo(403);
        assertThat(sends("PUT", path, wish, "Cookie", ticket, "X-Cpo-Word", "0").statusCode())
                .isEqualTo(403);
        String word = word(ticket);
        assertThat(
                        sends(
                                        "PUT",
                                        path,
                                        wish,
                                        "Cookie",
                                        ticket,
                                        "X-Cpo-Word",
                                        word,
                                        "Origin",
                                        "http://127.0.0.1:1")
                                .statusCode())
                .as("another page")
                .isEqualTo(401);
        assertThat(house.gets("/admin/people").body().toString()).doesNotContain("made-by-anna");

        assertThat(sends("PUT", path, wish, "Cookie", ticket, "X-Cpo-Word", word).statusCode())
                .isEqualTo(200);

        assertThat(sends("DELETE", "/admin/login", "", "Cookie", ticket).statusCode())
                .isEqualTo(204);
        assertThat(sends("GET", "/admin/me", "", "Cookie", ticket).statusCode()).isEqualTo(401);
    }

    @Test
    void whoeverGuessesIsMadeToWaitAndItIsWrittenDown() {
        writesDown("gert", "VIEWER");
        assertThat(enters("gert", "wrong password").statusCode()).isEqualTo(401);
        assertThat(json(enters("gert", "wrong password")).path("error").asString())
                .contains("do not belong together");
        List<Integer> more =
                Stream.generate(() -> enters("gert", "wrong password").statusCode())
                        .limit(6)
                        .toList();
        assertThat(more).contains(429);
        HttpResponse<String> right = enters("gert", PASSWORD);
        assertThat(right.statusCode()).isEqualTo(429);
        assertThat(right.headers().firstValueAsLong("Retry-After")).isPresent();
        assertThat(deeds("gert")).contains("401 POST /admin/login");
    }

    private static List<String> deeds(String who) {
        return StreamSupport.stream(
                        house.gets("/admin/audit?limit=1000").body().spliterator(), false)
                .filter(deed -> deed.path("who").asString().equals(who))
                .map(deed -> deed.path("status").asInt() + " " + deed.path("deed").asString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "VIEWER, GET, /admin/sessions, 200",
        "VIEWER, POST, /admin/sessions, 403",
        "VIEWER, PUT, /admin/stations/ROLE-1, 403",
        "VIEWER, GET, /admin/people, 403",
        "VIEWER, GET, /admin/audit, 403",
        "VIEWER, POST, /admin/ports/NOBODY/1/stop, 403",
        "OPERATOR, POST, /admin/sessions, 400",
        "OPERATOR, PUT, /admin/stations/ROLE-2, 400",
        "OPERATOR, POST, /admin/ports/NOBODY/1/read-meter, 404",
        "OPERATOR, PUT, /admin/tariffs/ROLE-T, 403",
        "OPERATOR, DELETE, /admin/locations/ROLE-L, 403",
        "OPERATOR, PUT, /admin/id-tokens/ROLE, 403",
        "OPERATOR, PUT, /admin/people/role-person, 403",
        "OPERATOR, POST, /admin/cdrs/ROLE/credit, 403",
        "OPERATOR, POST, /admin/what-nobody-knows, 403",
        "ADMIN, PUT, /admin/tariffs/ROLE-T, 400",
        "ADMIN, DELETE, /admin/locations/ROLE-L, 404",
        "ADMIN, GET, /admin/people, 200",
        "ADMIN, POST, /admin/cdrs/ROLE/credit, 404"
    })
    void everybodyDoesWhatHisRoleAllows(String role, String method, String path, int status) {
        String name = "role-" + role.toLowerCase(Locale.ROOT);
        AdminClient program = PersonUnderTest.program(cpo, name, role, "");

        assertThat(program.does(method, path, method.equals("GET") ? "" : "{}").status())
                .isEqualTo(status);
        if (status == 403 && !method.equals("GET")) {
            assertThat(deeds(name)).contains("403 " + method + " " + path);
        }
    }

    @Test
    void aTokenIsWorthNothingOnceThereIsAnother() {
        String old = PersonUnderTest.token(house, "prog", "VIEWER", "");
        String fresh = PersonUnderTest.token(house, "prog", "VIEWER", "");

        assertThat(AdminClient.withKey(cpo, old).gets("/admin/me").status()).isEqualTo(401);
        assertThat(AdminClient.withKey(cpo, fresh).gets("/admin/me").status()).isEqualTo(200);
        house.does("DELETE", "/admin/people/prog/token", "");
        assertThat(AdminClient.withKey(cpo, fresh).gets("/admin/me").status()).isEqualTo(401);
    }

    @Test
    void onesOwnPasswordIsChangedByWhoKnowsIt() {
        writesDown("otto", "VIEWER");
        String ticket = ticket(enters("otto", PASSWORD));
        String word = word(ticket);
        String wrong = "{'before':'not it','password':'another password'}";
        String right = "{'before':'%s','password':'another password'}".formatted(PASSWORD);
        String path = "/admin/me/password";

        assertThat(sends("PUT", path, wrong, "Cookie", ticket, "X-Cpo-Word", word).statusCode())
                .isEqualTo(400);
        assertThat(sends("PUT", path, right, "Cookie", ticket, "X-Cpo-Word", word).statusCode())
                .isEqualTo(204);

        assertThat(sends("GET", "/admin/me", "", "Cookie", ticket).statusCode()).isEqualTo(401);
        assertThat(enters("otto", PASSWORD).statusCode()).isEqualTo(401);
        assertThat(enters("otto", "another password").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    K | {'role':'VIEWER'} | name
                    key | {'role':'VIEWER'} | name
                    bad-person | {} | role
                    bad-person | {'role':'VIEWER','password':'short'} | password
                    bad-person | {'role':'VIEWER','tenant':'NORTH!'} | tenant
                    """)
    void whatIsWrongWithAPersonIsSaid(String name, String wish, String word) {
        AdminClient.Answer answer = house.does("PUT", "/admin/people/" + name, wish);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("error").asString()).contains(word);
    }
}

package network.opencharging.tools.mock.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.Mutations;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.HttpCalls;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.mock.script.Scripted;
import network.opencharging.tools.seam.Seams;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page of a mock, as a browser meets it. */
class AdminDoorTest {
    private static final PartyId ALICE = new PartyId("DE", "ALC");

    private final HttpCalls calls = HttpCalls.within(Duration.ofSeconds(30));
    private Scripted alice;
    private AdminDoor door;
    private String cookie;

    @BeforeEach
    void open() throws IOException {
        alice =
                Scripted.of(
                        """
                        mock: cpo
                        objects:
                          locations: [{id: EVIL, name: "<script>alert(1)</script>", city: "\\"><img>"}]
                        """);
        door = AdminDoor.open(0, alice.player(), Seams.real().tokens());
        Answer welcome = calls.send(new Request("GET", door.url(), Headers.NONE, ""));
        cookie = welcome.headers().get("Set-Cookie").orElseThrow().split(";")[0];
    }

    @AfterEach
    void close() {
        calls.close();
        door.close();
        alice.close();
    }

    @Test
    void whoHasNoTokenSeesNothingAndChangesNothing() throws IOException {
        Request bare = new Request("GET", door.url().resolve("/objects"), Headers.NONE, "");
        Headers wrong = Headers.NONE.with("Cookie", cookie.replaceAll("=.*", "=guess"));

        assertThat(calls.send(bare).status()).isEqualTo(401);
        assertThat(calls.send(bare).body()).doesNotContain("LOC1");
        assertThat(calls.send(new Request("GET", bare.target(), wrong, "")).status())
                .isEqualTo(401);
        assertThat(
                        calls.send(
                                        new Request(
                                                "POST",
                                                door.url().resolve("/faults"),
                                                wrong,
                                                "name=http-500&to=on"))
                                .status())
                .isEqualTo(401);
        assertThat(alice.player().mock().faults().names()).isEmpty();
        assertThat(InetAddress.getByName(door.url().getHost()).isLoopbackAddress()).isTrue();
    }

    @Test
    void whereThereIsNothingToPokeOneOnlyLooks() throws IOException {
        try (AdminDoor shown = AdminDoor.show(0, alice.player().mock(), Seams.real().tokens())) {
            Answer welcome = calls.send(new Request("GET", shown.url(), Headers.NONE, ""));
            Headers known =
                    Headers.NONE.with(
                            "Cookie",
                            welcome.headers().get("Set-Cookie").orElseThrow().split(";")[0]);
            Request faults = new Request("GET", shown.url().resolve("/faults"), known, "");
            Request overview = new Request("GET", shown.url().resolve("/"), known, "");
            Request poke =
                    new Request("POST", faults.target(), known, "name=http-500&to=on&ticket=guess");

            assertThat(calls.send(overview).body())
                    .contains("href=\"/requests\"")
                    .doesNotContain("href=\"/faults\"", "href=\"/do\"");
            assertThat(calls.send(faults).status()).isEqualTo(404);
            assertThat(calls.send(poke).status()).isEqualTo(404);
            assertThat(alice.player().mock().faults().names()).isEmpty();
        }
    }

    @Test
    void aFormOfAnotherPageIsRefused() throws IOException {
        Answer answer = post("/faults", "name=http-500&to=on&ticket=guess");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(alice.player().mock().faults().names()).isEmpty();
    }

    @Test
    void objectsAreShownAndCannotMisbehave() throws IOException {
        String page = get("/objects?of=locations");

        assertThat(page)
                .contains("LOC1")
                .contains("Bremen")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>")
                .doesNotContain("<img>");
    }

    @Test
    void requestsAreShownWithoutTokens() throws IOException {
        alice.bob().pull(ALICE, ModuleId.LOCATIONS, "?limit=1");

        String page = get("/requests");

        assertThat(page)
                .contains("GET /ocpi/sender/2.2.1/locations?limit=1")
                .contains("200 1000")
                .doesNotContain("Authorization")
                .doesNotContain("token-a");
    }

    @Test
    void aFaultIsSwitchedOnAndOff() throws IOException {
        post("/faults", "name=http-500&to=on&ticket=" + ticket("/faults"));
        assertThat(alice.bob().pull(ALICE, ModuleId.LOCATIONS, "").answer().status())
                .isEqualTo(500);
        assertThat(get("/")).contains("http-500");

        post("/faults", "name=http-500&to=off&ticket=" + ticket("/faults"));
        assertThat(alice.bob().pull(ALICE, ModuleId.LOCATIONS, "").answer().status())
                .isEqualTo(200);
    }

    @Test
    void aStatusIsSetAndToldAndARequestIsSent() throws IOException {
        Answer status =
                post(
                        "/do",
                        "deed=status&location=LOC1&evse=LOC1-E1&status=OUTOFORDER&ticket="
                                + ticket("/do"));
        assertThat(status.body()).contains("LOC1-E1 is OUTOFORDER, told to [NL/BOB]");
        await().until(() ->
                alice.bob().log().all().stream()
                        .anyMatch(one -> one.request().body().contains("OUTOFORDER")));

        Answer sent =
                post(
                        "/do",
                        "deed=send&method=GET&module=tokens&side=usual&path=&to=&body=&ticket="
                                + ticket("/do"));
        assertThat(sent.body()).contains("HTTP 200, OCPI 1000").contains("BOB-APP-1");
    }

    @Test
    void whatCannotBeDoneIsSaid() throws IOException {
        String ticket = ticket("/do");

        assertThat(post("/do", "deed=stop&session=NONE&ticket=" + ticket).body())
                .contains("no session is running of that id: NONE");
        assertThat(
                        post("/do", "deed=send&method=PUT&module=tokens&body=%7B&ticket=" + ticket)
                                .body())
                .contains("body must be JSON");
        assertThat(post("/do", "deed=nothing&ticket=" + ticket).status()).isEqualTo(200);
        assertThat(post("/nowhere", "ticket=" + ticket).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/do deed=status&location=LOC1&evse=LOC1-E1&status=OUTOFORDER",
                "/do deed=send&method=PUT&module=tokens&side=usual&path=NL/BOB/X&to=NL/BOB&body={\"a\":1}",
                "/do deed=start&location=LOC1&evse=LOC1-E1&token=BOB-APP-1",
                "/faults name=clock-skew&to=on"
            })
    void noFormBreaksIt(String example) throws IOException {
        String path = example.split(" ", -1)[0];
        byte[] good = example.substring(path.length() + 1).getBytes(StandardCharsets.UTF_8);
        String ticket = ticket(path);
        Random random = new Random(20261128);
        for (int i = 0; i < Integer.getInteger("ocn.mutations", 60); i++) {
            String form = new String(Mutations.changed(good, random), StandardCharsets.UTF_8);
            Answer answer = post(path, form + "&ticket=" + ticket);

            assertThat(answer.status()).as("%s: %s", form, answer.body()).isLessThan(500);
        }
    }

    private String get(String path) throws IOException {
        URI url = door.url().resolve(path);
        Answer answer = calls.send(new Request("GET", url, cookie(), ""));
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private Answer post(String path, String form) throws IOException {
        return calls.send(new Request("POST", door.url().resolve(path), cookie(), form));
    }

    private Headers cookie() {
        return Headers.NONE.with("Cookie", cookie);
    }

    private String ticket(String path) throws IOException {
        Matcher found = Pattern.compile("name=\"ticket\" value=\"([^\"]*)\"").matcher(get(path));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}

package network.opencharging.tools.mock.admin;

import network.opencharging.protocol.message.Headers;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.HttpDoor;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.mock.Looked;
import network.opencharging.tools.mock.script.Player;
import network.opencharging.tools.mock.script.Stage;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The page of a mock, on the loopback address. Who comes with the token in the address gets it as a
 * cookie, and the address bar is cleared of it; forms must bring a ticket that only the page knows.
 */
public final class AdminDoor implements AutoCloseable {
    private final String token;
    private final String ticket;
    private final Views views;
    private final Optional<Pokes> pokes;
    private final Frame frame;
    private final HttpDoor door;

    private AdminDoor(int port, Looked looked, Optional<Player> player, Supplier<String> secrets)
            throws IOException {
        this.token = secrets.get();
        this.ticket = secrets.get();
        this.views = new Views(looked);
        this.pokes = player.map(poked -> new Pokes(poked, ticket));
        this.frame = new Frame(looked, player.isPresent());
        this.door = HttpDoor.open(port, this::answer);
    }

    /**
     * Opens the page.
     *
     * @param port 0 for any free one
     * @param secrets makes what nobody can guess
     * @throws IOException when the port is taken
     */
    public static AdminDoor open(int port, Player player, Supplier<String> secrets)
            throws IOException {
        return new AdminDoor(port, player.mock(), Optional.of(player), secrets);
    }

    /**
     * Opens the page of a party that is looked at and not poked.
     *
     * @param port 0 for any free one
     * @param secrets makes what nobody can guess
     * @throws IOException when the port is taken
     */
    public static AdminDoor show(int port, Looked looked, Supplier<String> secrets)
            throws IOException {
        return new AdminDoor(port, looked, Optional.empty(), secrets);
    }

    /** The address with the token, for the one who started the mock. */
    public URI url() {
        return URI.create(door.url() + "/?token=" + token);
    }

    private Answer answer(Request request) {
        if (request.method().equals("GET") && isToken(request.query().get("token"))) {
            Headers headers =
                    Headers.NONE
                            .with(
                                    "Set-Cookie",
                                    "%s=%s; HttpOnly; SameSite=Strict; Path=/"
                                            .formatted(cookie(), token))
                            .with("Location", frame.isPlace(request.path()) ? request.path() : "/");
            return Answer.of(303, headers, "");
        }
        if (!isToken(presented(request).orElse(""))) {
            return page(
                    401,
                    "",
                    Html.in(
                            "p",
                            "Open the address that the mock has printed: it has a token in it."));
        }
        return switch (request.method()) {
            case "GET" -> look(request);
            case "POST" -> pokes.map(poked -> poke(request, poked)).orElseGet(this::nothing);
            default -> Answer.text(405, "only GET and POST");
        };
    }

    private boolean isToken(@org.jspecify.annotations.Nullable String given) {
        return given != null && same(given, token);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** Two mocks on one machine must not sign each other's visitors out. */
    private String cookie() {
        return "ocn-mock-" + door.url().getPort();
    }

    private Optional<String> presented(Request request) {
        String name = cookie() + "=";
        return request.headers().get("Cookie").stream()
                .flatMap(all -> Arrays.stream(all.split(";")))
                .map(String::strip)
                .filter(one -> one.startsWith(name))
                .map(one -> one.substring(name.length()))
                .findFirst();
    }

    private Answer look(Request request) {
        Map<String, String> query = request.query();
        return switch (request.path()) {
            case "/" -> page(200, "/", views.overview());
            case "/objects" -> page(200, "/objects", views.objects(query.getOrDefault("of", "")));
            case "/requests" -> page(200, "/requests", views.requests(query.containsKey("live")));
            default -> pokes.map(poked -> ask(request, poked)).orElseGet(this::nothing);
        };
    }

    private Answer ask(Request request, Pokes poked) {
        return switch (request.path()) {
            case "/faults" -> page(200, "/faults", poked.faults());
            case "/do" -> page(200, "/do", poked.forms());
            default -> nothing();
        };
    }

    private Answer nothing() {
        return page(404, "", Html.in("p", "There is nothing here."));
    }

    private Answer poke(Request request, Pokes poked) {
        Map<String, String> form =
                new Request("POST", URI.create("/?" + body(request)), Headers.NONE, "").query();
        if (!same(form.getOrDefault("ticket", ""), ticket)) {
            return page(403, "", Html.in("p", "This form is not of this page: load it again."));
        }
        return switch (request.path()) {
            case "/faults" ->
                    page(
                            200,
                            "/faults",
                            Html.all(List.of(said(poked.toggle(form)), poked.faults())));
            case "/do" ->
                    page(200, "/do", Html.all(List.of(said(poked.perform(form)), poked.forms())));
            default -> nothing();
        };
    }

    /** A form that is none leaves nothing to read. */
    private static String body(Request request) {
        return request.body().matches("[\\w.%+*&=~-]*") ? request.body() : "";
    }

    private static Html said(Stage.Result result) {
        return switch (result) {
            case Stage.Result.Done(String said) -> Html.in("p class=\"said good\"", said);
            case Stage.Result.Failed(String why) -> Html.in("p class=\"said bad\"", why);
            case Stage.Result.Answered(var reply) ->
                    Html.in(
                            "div class="
                                    + Html.quoted(reply.isSuccess() ? "said good" : "said bad"),
                            Html.of(reply.summary()),
                            Html.in("pre", JsonText.pretty(reply.answer().body())));
        };
    }

    private Answer page(int status, String place, Html content) {
        Headers headers =
                Headers.NONE
                        .with("Content-Type", "text/html; charset=utf-8")
                        .with("Cache-Control", "no-store")
                        .with("Referrer-Policy", "no-referrer")
                        .with("X-Content-Type-Options", "nosniff")
                        .with(
                                "Content-Security-Policy",
                                "default-src 'none'; style-src 'unsafe-inline'; form-action 'self';"
                                        + " frame-ancestors 'none'; base-uri 'none'");
        return Answer.of(status, headers, frame.around(place, content));
    }

    @Override
    public void close() {
        door.close();
    }
}

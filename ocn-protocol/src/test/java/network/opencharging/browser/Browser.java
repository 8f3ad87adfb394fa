package network.opencharging.browser;

import network.opencharging.protocol.json.Json;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chromium without a window. Elements are named by CSS selectors. Nothing here waits for what a
 * page's script does: wait for the condition, for instance for {@link #text}.
 */
public final class Browser implements AutoCloseable {
    /** The member under which the WebDriver protocol names an element (W3C WebDriver §12.2). */
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

    private final Driver driver;
    private final Path profile;
    private final String session;

    private Browser(Driver driver, Path profile, String session) {
        this.driver = driver;
        this.profile = profile;
        this.session = session;
    }

    /**
     * Starts one, as large as a desktop's and light. Where Chromium or its driver is not installed
     * the test that asked is skipped with the reason.
     */
    public static Browser start() {
        Optional<Path> chromium = Driver.found("chromium", "chromium-browser", "google-chrome");
        Assumptions.assumeTrue(
                chromium.isPresent(),
                "chromium is not installed (Debian: chromium): this page was not looked at");
        Driver driver = Driver.start();
        try {
            Path profile = Files.createTempDirectory("browser");
            Json answer =
                    driver.say("POST", "/session", capabilities(chromium.orElseThrow(), profile));
            String session =
                    answer instanceof Json.Obj object
                            ? object.textOf("sessionId").orElseThrow()
                            : "";
            return new Browser(driver, profile, session).look(Screen.DESKTOP, Shade.LIGHT);
        } catch (IOException | RuntimeException | AssertionError e) {
            driver.close();
            throw new IllegalStateException("chromium does not start", e);
        }
    }

    private static Json.Obj capabilities(Path chromium, Path profile) {
        List<Json.Text> arguments =
                Stream.of(
                                "--headless=new",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-dev-shm-usage",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--hide-scrollbars",
                                "--user-data-dir=" + profile)
                        .map(Json::text)
                        .toList();
        Json.Obj always =
                Json.Obj.EMPTY
                        .with("browserName", "chrome")
                        .with("acceptInsecureCerts", Json.bool(true))
                        .with("goog:loggingPrefs", Json.Obj.EMPTY.with("browser", "ALL"))
                        .with(
                                "goog:chromeOptions",
                                Json.Obj.EMPTY
                                        .with("binary", chromium.toString())
                                        .with("args", Json.array(arguments)));
        return Json.Obj.EMPTY.with("capabilities", Json.Obj.EMPTY.with("alwaysMatch", always));
    }

    /** Changes the size of the window and the reader's preference. */
    public Browser look(Screen screen, Shade shade) {
        devTools(
                "Emulation.setDeviceMetricsOverride",
                Json.Obj.EMPTY
                        .with("width", Json.number(screen.width()))
                        .with("height", Json.number(screen.height()))
                        .with("deviceScaleFactor", Json.number(1))
                        .with("mobile", Json.bool(screen.mobile())));
        devTools(
                "Emulation.setEmulatedMedia",
                Json.Obj.EMPTY.with(
                        "features",
                        Json.array(
                                List.of(
                                        Json.Obj.EMPTY
                                                .with("name", "prefers-color-scheme")
                                                .with(
                                                        "value",
                                                        shade.name().toLowerCase(Locale.ROOT))))));
        return this;
    }

    /** Opens a page, and returns when it has loaded. */
    public Browser open(String url) {
        post("/url", Json.Obj.EMPTY.with("url", url));
        return this;
    }

    /** Where the browser is. */
    public String address() {
        return driver.say("GET", "/session/" + session + "/url", Json.Obj.EMPTY)
                .asText()
                .orElseThrow();
    }

    /** What a reader sees of the elements of that selector, one after another. */
    public List<String> texts(String selector) {
        Json found =
                run(
                        "return Array.from(document.querySelectorAll(arguments[0]))"
                                + ".filter(e => e.checkVisibility()).map(e => e.innerText)",
                        Json.text(selector));
        return found instanceof Json.Arr(List<Json> items)
                ? items.stream().map(it -> it.asText().orElse("")).toList()
                : List.of();
    }

    /** What a reader sees of them together; empty when there are none. */
    public String text(String selector) {
        return String.join("\n", texts(selector));
    }

    /** How many of them are seen. */
    public int count(String selector) {
        return texts(selector).size();
    }

    /** Clicks the first, as a mouse does: fails when it is hidden or covered. */
    public Browser click(String selector) {
        post("/element/" + element(selector) + "/click", Json.Obj.EMPTY);
        return this;
    }

    /** Types into the first, after what is there; ends of lines are the Enter key. */
    public Browser type(String selector, String text) {
        post(
                "/element/" + element(selector) + "/value",
                Json.Obj.EMPTY.with("text", text.replace('\n', '\uE007')));
        return this;
    }

    /** Empties the first. */
    public Browser clear(String selector) {
        post("/element/" + element(selector) + "/clear", Json.Obj.EMPTY);
        return this;
    }

    /** Runs a script in the page: the body of a function; its result. */
    public Json run(String script, Json... arguments) {
        return post(
                "/execute/sync",
                Json.Obj.EMPTY
                        .with("script", script)
                        .with("args", Json.array(Arrays.asList(arguments))));
    }

    /** Whether the page is no wider than the window: nobody has to scroll sideways. */
    public boolean fits() {
        return run("let e = document.scrollingElement; return e.scrollWidth <= e.clientWidth")
                .equals(Json.bool(true));
    }

    /**
     * What the browser complained of since the last time it was asked: errors of scripts, refused
     * contents, answers of 400 and above.
     */
    public List<String> complaints() {
        Json log = post("/se/log", Json.Obj.EMPTY.with("type", "browser"));
        return log instanceof Json.Arr(List<Json> items)
                ? items.stream()
                        .filter(it ->
                                it instanceof Json.Obj entry
                                        && entry.textOf("level").orElse("").equals("SEVERE"))
                        .map(Json::text)
                        .toList()
                : List.of();
    }

    /** Writes what is seen, from the page's top to its end, as PNG. */
    public Path screenshot(Path file) {
        Json picture =
                devTools(
                        "Page.captureScreenshot",
                        Json.Obj.EMPTY.with("captureBeyondViewport", Json.bool(true)));
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            String data = ((Json.Obj) picture).textOf("data").orElseThrow();
            return Files.write(file, Base64.getDecoder().decode(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Json devTools(String command, Json.Obj parameters) {
        return post(
                "/goog/cdp/execute",
                Json.Obj.EMPTY.with("cmd", command).with("params", parameters));
    }

    private String element(String selector) {
        Json found =
                post(
                        "/element",
                        Json.Obj.EMPTY.with("using", "css selector").with("value", selector));
        return ((Json.Obj) found).textOf(ELEMENT).orElseThrow();
    }

    private Json post(String path, Json.Obj body) {
        return driver.say("POST", "/session/" + session + path, body);
    }

    @Override
    public void close() {
        try {
            driver.say("DELETE", "/session/" + session, Json.Obj.EMPTY);
        } finally {
            driver.close();
            delete(profile);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

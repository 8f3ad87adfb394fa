package network.opencharging.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;

import network.opencharging.protocol.json.Json;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The fixture tells the truth of a page. */
class BrowserTest {
    private static final String PAGE =
            """
            <!doctype html><meta name="viewport" content="width=device-width">
            <style>body { background: white } .wide { width: 600px }
            @media (prefers-color-scheme: dark) { body { background: black } }</style>
            <p id="said">nothing</p><p hidden>unseen</p><div class="wide">wide</div>
            <input id="in"><button>say</button>
            <script src="say.js"></script><script>document.title = 'inline'</script>
            """;
    private static final String SCRIPT =
            """
            document.querySelector('button').addEventListener('click',
              () => document.querySelector('#said').textContent = document.querySelector('#in').value)
            """;

    private static HttpServer server;
    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve("/", "text/html", PAGE);
        serve("/say.js", "text/javascript", SCRIPT);
        server.start();
        browser = Browser.start();
    }

    private static void serve(String path, String type, String text) {
        server.createContext(
                path,
                exchange -> {
                    byte[] body = text.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", type);
                    exchange.getResponseHeaders()
                            .set("Content-Security-Policy", "script-src 'self'");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        server.stop(0);
    }

    @Test
    void itClicksTypesAndReads() {
        browser.look(Screen.DESKTOP, Shade.LIGHT).open(url());
        assertThat(browser.text("#said")).isEqualTo("nothing");
        browser.type("#in", "hello").click("button");
        assertThat(browser.text("#said")).isEqualTo("hello");
        assertThat(browser.text("p")).doesNotContain("unseen");
        assertThat(browser.count("p")).isEqualTo(1);
    }

    @Test
    void itIsWideOrNarrowLightOrDark(@TempDir Path folder) {
        browser.look(Screen.PHONE, Shade.DARK).open(url());
        assertThat(browser.run("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo(Json.text("rgb(0, 0, 0)"));
        assertThat(browser.fits()).isFalse();
        browser.look(Screen.DESKTOP, Shade.LIGHT);
        assertThat(browser.run("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo(Json.text("rgb(255, 255, 255)"));
        assertThat(browser.fits()).isTrue();
        assertThat(browser.screenshot(folder.resolve("page.png"))).isNotEmptyFile();
    }

    @Test
    void itTellsWhatThePageMayNot() {
        browser.open(url());
        assertThat(browser.complaints())
                .anySatisfy(it -> assertThat(it).contains("Content Security Policy"));
        assertThatThrownBy(() -> browser.click("#missing")).hasMessageContaining("no such element");
    }

    private static String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }
}

package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.browser.Browser;
import network.opencharging.browser.Screen;
import network.opencharging.browser.Shade;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** The page on which people sign in, with a provider of identities beside the form. */
class SignInPageTest {
    private static final String ELSEWHERE = "a[href^='/admin/login/oidc']";

    @TempDir private static Path folder = Path.of("");
    private static IdentityProvider provider;
    private static RunningNode node;
    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        provider = new IdentityProvider();
        node = RunningNode.start(folder, provider.settings(folder));
        browser = Browser.start();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        node.close();
        provider.close();
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void itFitsEveryScreenInLightAndDarkWithWhatWentWrong(Screen screen) {
        for (Shade shade : Shade.values()) {
            browser.look(screen, shade).open(node.url() + "/admin/login");
            assertThat(browser.text(ELSEWHERE)).contains("with your organisation");
            picture(screen, shade, "sign-in");

            browser.type("[name=name]", "anna").type("[name=password]", "wrong\n");
            await().until(() -> !browser.text(".message").isEmpty());
            picture(screen, shade, "sign-in-wrong");
        }
    }

    @Test
    void theButtonLeadsOverTheProviderToThePageThatWasWanted() {
        provider.isItself();
        browser.look(Screen.DESKTOP, Shade.LIGHT).open(node.url() + "/admin/");

        browser.click(ELSEWHERE);

        await().untilAsserted(() -> assertThat(browser.text("nav")).contains("Live"));
        await().until(() -> browser.count("#sign-out") == 1);
        browser.click("#sign-out");
        await().until(() -> browser.address().contains("/admin/login"));
        assertThat(browser.count("[name=password]")).isEqualTo(1);
    }

    private static void picture(Screen screen, Shade shade, String view) {
        assertThat(browser.fits()).as("%s on a %s", view, screen).isTrue();
        String name = (view + "-" + screen + "-" + shade).toLowerCase(Locale.ROOT);
        assertThat(browser.screenshot(Path.of("target", "pictures", name + ".png")))
                .isNotEmptyFile();
    }
}

package network.opencharging.cpo.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.browser.Browser;
import network.opencharging.browser.Screen;
import network.opencharging.browser.Shade;
import network.opencharging.cpo.admin.AdminClient;
import network.opencharging.cpo.config.CpoUnderTest;
import network.opencharging.cpo.session.SiteUnderTest;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** People on the page, in a real browser: each sees and may do what his role and tenant allow. */
class PeoplePageTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PASSWORD = "correct horse battery";
    @TempDir private static Path folder;
    private static CpoUnderTest cpo;
    private static AdminClient house;

    @BeforeAll
    static void start() {
        cpo = CpoUnderTest.start(folder, "--ocn.cpo.sessions.party=DE/ALC");
        house = AdminClient.of(cpo);
        SiteUnderTest.tariff(house, "ENERGY-40", "0.40");
        SiteUnderTest.of("alpha", house, "ALPHA-1", "ENERGY-40");
        SiteUnderTest.of("bravo", house, "BRAVO-1", "ENERGY-40");
        writesDown("frida", "ADMIN", "");
        writesDown("vera", "VIEWER", "alpha");
    }

    @AfterAll
    static void stop() {
        cpo.close();
    }

    private static void writesDown(String name, String role, String tenant) {
        AdminClient.Answer answer =
                house.does(
                        "PUT",
                        "/admin/people/" + name,
                        "{'role':'%s','tenant':'%s','password':'%s'}"
                                .formatted(role, tenant, PASSWORD));
        assertThat(answer.status()).isEqualTo(200);
    }

    private static void enters(Browser browser, String name, String view) {
        browser.open("http://127.0.0.1:" + cpo.adminPort() + "/admin/" + view);
        until(browser, "#login", "operator's key");
        browser.type("#name", name);
        browser.type("#key", PASSWORD + "\n");
        until(browser, "#who", name);
    }

    private static void until(Browser browser, String selector, String text) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(browser.text(selector)).contains(text));
    }

    @Test
    void anAdministratorWritesSomebodyDownAndSeesWhatWasDone() throws IOException {
        try (Browser browser = Browser.start()) {
            browser.open("http://127.0.0.1:" + cpo.adminPort() + "/admin/");
            until(browser, "#login", "operator's key");
            pictures(browser, "login");
            enters(browser, "frida", "#people");

            browser.type("#person-name", "otto");
            browser.type("#person-tenant", "alpha");
            browser.type("#person-password", PASSWORD);
            browser.click("#person button");

            until(browser, "#persons", "otto");
            until(browser, "#audit", "PUT /admin/people/otto");
            pictures(browser, "people");
            assertThat(house.gets("/admin/people").body())
                    .anyMatch(person ->
                            person.path("name").asString().equals("otto")
                                    && person.path("tenant").asString().equals("alpha"));
        }
    }

    @Test
    void whoeverMayOnlyLookFindsNothingToPressAndNothingOfOthers() throws IOException {
        try (Browser browser = Browser.start()) {
            enters(browser, "vera", "#now");

            until(browser, ".evse", "ALPHA-1");
            assertThat(browser.text("#desk")).doesNotContain("BRAVO-1");
            assertThat(browser.texts("#now button")).isEmpty();
            assertThat(browser.text("nav")).doesNotContain("People");
            browser.open("http://127.0.0.1:" + cpo.adminPort() + "/admin/#tariffs");
            until(browser, "#sheets", "ENERGY-40");
            assertThat(browser.text("#tariffs")).doesNotContain("Save");
            pictures(browser, "viewer");
        }
    }

    private static void pictures(Browser browser, String name) throws IOException {
        Path pictures = Files.createDirectories(Path.of("target", "pictures"));
        for (Screen screen : Screen.values()) {
            for (Shade shade : Shade.values()) {
                browser.look(screen, shade);
                assertThat(browser.fits()).as("%s, %s, %s", name, screen, shade).isTrue();
                browser.screenshot(
                        pictures.resolve("cpo-%s-%s-%s.png".formatted(name, screen, shade)));
            }
        }
        browser.look(Screen.DESKTOP, Shade.LIGHT);
    }
}

package network.opencharging.cpo.admin;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cpo.config.CpoUnderTest;
import network.opencharging.cpo.ocpp.door.RawStation;
import network.opencharging.cpo.people.HandClock;
import network.opencharging.cpo.people.PersonUnderTest;
import network.opencharging.cpo.session.SiteUnderTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A session of which nothing is heard any more. */
class OverdueTest {
    private final HandClock clock = new HandClock(Instant.now().truncatedTo(ChronoUnit.MILLIS));

    @Test
    void aSessionThatIsSilentForHoursIsShownWithWhatToDoToWhomItConcerns(@TempDir Path folder) {
        try (CpoUnderTest cpo =
                CpoUnderTest.start(
                        folder,
                        context -> context.registerBean("clock", Clock.class, () -> clock),
                        "--ocn.cpo.sessions.party=DE/ALC")) {
            AdminClient house = AdminClient.of(cpo);
            SiteUnderTest.tariff(house, "ENERGY-40", "0.40");
            cpo.knowsWorking("SILENT-1");
            cpo.knowsToken("CARD-1");
            SiteUnderTest.of("alpha", house, "SILENT-1", "ENERGY-40");
            AdminClient alpha = PersonUnderTest.program(cpo, "alpha-reads", "VIEWER", "alpha");
            AdminClient bravo = PersonUnderTest.program(cpo, "bravo-reads", "VIEWER", "bravo");
            try (RawStation station = RawStation.connect(cpo, "SILENT-1", "ocpp1.6")) {
                station.asks(
                        "StatusNotification",
                        "{'connectorId':1,'status':'Available','errorCode':'NoError'}");
                station.asks(
                        "StartTransaction",
                        "{'connectorId':1,'idTag':'CARD-1','meterStart':0,'timestamp':'%s'}"
                                .formatted(clock.instant()));
            }
            assertThat(house.gets("/admin/overdue").body()).isEmpty();

            clock.passes(Duration.ofHours(3));

            for (AdminClient one : new AdminClient[] {house, alpha}) {
                JsonNode overdue = one.gets("/admin/overdue").body();
                assertThat(overdue).hasSize(1);
                assertThat(overdue.get(0).path("session").path("phase").asString())
                        .isEqualTo("DELIVERING");
                assertThat(overdue.get(0).path("advice").asString()).contains("is the device");
            }
            assertThat(bravo.gets("/admin/overdue").body()).isEmpty();
        }
    }
}

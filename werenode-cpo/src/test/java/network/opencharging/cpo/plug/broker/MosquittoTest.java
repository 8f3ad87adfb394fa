package network.opencharging.cpo.plug.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.cpo.device.DeviceEvent;
import network.opencharging.cpo.device.StartOrder;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Another broker: a real Mosquitto, spoken to in both versions. Left out where it is not installed.
 */
class MosquittoTest {
    @TempDir private static Path folder;
    private static Mosquitto mosquitto;

    @BeforeAll
    static void start() {
        mosquitto = Mosquitto.start(folder);
    }

    @AfterAll
    static void stop() {
        if (mosquitto != null) {
            mosquitto.close();
        }
    }

    /** With the version that plugs speak. */
    @Nested
    class OfVersion311 extends PlugsContract {
        @Override
        TestBroker broker() {
            return mosquitto.spoken(BrokerAddress.Version.V3_1_1);
        }
    }

    /** With the newest. */
    @Nested
    class OfVersion5 extends PlugsContract {
        @Override
        TestBroker broker() {
            return mosquitto.spoken(BrokerAddress.Version.V5);
        }
    }

    /** What is retained there tells who is here, before anybody says a word. */
    @Test
    void presenceIsRetained() {
        PlayedPlug plug =
                PlayedPlug.at(mosquitto.spoken(BrokerAddress.Version.V5), FamilyForTests.SHELLY_2);
        plug.backendStartsAgain();
        plug.waitsFor(DeviceEvent.Online.class);
        plug.saysFarewell();
        plug.waitsFor(DeviceEvent.Offline.class);
        plug.backendStartsAgain();
        assertThat(plug.port().health().online()).isFalse();
    }

    /** A broker that is gone takes all plugs with it, and gives them back. */
    @Test
    void aBrokerThatIsGoneIsSeen(@TempDir Path own) {
        try (Mosquitto second = Mosquitto.start(own)) {
            PlayedPlug plug =
                    PlayedPlug.at(second.spoken(BrokerAddress.Version.V5), FamilyForTests.SHELLY_2);
            second.kill();
            plug.waitsFor(DeviceEvent.Offline.class);
            assertThat(
                            plug.port()
                                    .start(new StartOrder("S", "T", Optional.empty()))
                                    .join()
                                    .toString())
                    .isEqualTo("Unreachable[]");
            second.startAgain();
            plug.comesBack();
            await().atMost(PlayedPlug.PATIENCE).until(() -> plug.port().health().online());
            plug.says(false, 12);
            plug.waitsForRegister(12);
            assertThat(plug.told().stream().filter(DeviceEvent.MeterRead.class::isInstance))
                    .as("heard once, not once for each connection")
                    .hasSize(1);
        }
    }
}

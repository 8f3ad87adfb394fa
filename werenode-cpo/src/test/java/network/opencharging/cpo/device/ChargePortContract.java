package network.opencharging.cpo.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.bridge.unit.WattHours;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What is above cannot tell one kind of device from another. */
public abstract class ChargePortContract {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final StartOrder ORDER = new StartOrder("SESSION-1", "TOKEN1", Optional.empty());

    /** A device of a kind, as a test plays it. */
    public interface Device {
        /** The port to it. */
        ChargePort port();

        /** What it told so far. */
        List<DeviceEvent> told();

        /** It hears that it shall give energy, and does so from this register on. */
        void begins(long wattHours);

        /** Its meter shows. */
        void meters(long wattHours);

        /** It hears that it shall give no more, and does so. */
        void ends(long wattHours);

        /** It hears that it shall give energy, and does not want to. */
        void declines();

        /** It is gone. */
        void vanishes();
    }

    /** A device that is connected and has told that it is free. */
    protected abstract Device device();

    private static DeviceEvent awaits(Device device, Class<? extends DeviceEvent> kind) {
        await().atMost(PATIENCE).until(() -> device.told().stream().anyMatch(kind::isInstance));
        return device.told().stream().filter(kind::isInstance).findFirst().orElseThrow();
    }

    @Test
    void aSessionBeginsIsMeteredAndEnds() {
        Device device = device();
        assertThat(device.port().health().online()).isTrue();
        CompletableFuture<Outcome> started = device.port().start(ORDER);
        device.begins(1_000);
        assertThat(started.join()).isEqualTo(new Outcome.Done());
        DeviceEvent.EnergyStarted energy =
                (DeviceEvent.EnergyStarted) awaits(device, DeviceEvent.EnergyStarted.class);
        assertThat(energy.port()).isEqualTo(device.port().id());
        assertThat(energy.charge().session()).contains("SESSION-1");
        assertThat(energy.charge().token()).contains("TOKEN1");
        shows(device, energy.register(), 1_000);

        if (device.port().health().metered()) {
            device.meters(1_500);
            await().atMost(PATIENCE).until(() -> wasRead(device, energy.charge(), 1_500));
        }

        CompletableFuture<Outcome> stopped = device.port().stop("SESSION-1");
        device.ends(1_600);
        assertThat(stopped.join()).isEqualTo(new Outcome.Done());
        DeviceEvent.EnergyStopped end =
                (DeviceEvent.EnergyStopped) awaits(device, DeviceEvent.EnergyStopped.class);
        assertThat(end.charge()).isEqualTo(energy.charge());
        shows(device, end.register(), 1_600);
    }

    /** Where nothing is counted nothing is told: then only time can be sold. */
    private static void shows(Device device, Optional<WattHours> register, long wattHours) {
        assertThat(register)
                .isEqualTo(
                        device.port().health().metered()
                                ? Optional.of(new WattHours(wattHours))
                                : Optional.empty());
    }

    private static boolean wasRead(Device device, DeviceEvent.Charge charge, long wattHours) {
        return device.told().stream()
                .anyMatch(event ->
                        event instanceof DeviceEvent.MeterRead read
                                && read.charge().equals(Optional.of(charge))
                                && read.register().value() == wattHours);
    }

    @Test
    void anotherSessionIsNotStopped() {
        assertThat(device().port().stop("NOBODY'S").join()).isInstanceOf(Outcome.Declined.class);
    }

    @Test
    void whatIsDeclinedDoesNotBegin() {
        Device device = device();
        CompletableFuture<Outcome> started = device.port().start(ORDER);
        device.declines();
        assertThat(started.join()).isNotInstanceOf(Outcome.Done.class);
        assertThat(device.told()).noneMatch(DeviceEvent.EnergyStarted.class::isInstance);
    }

    @Test
    void whatIsGoneIsUnreachable() {
        Device device = device();
        device.vanishes();
        awaits(device, DeviceEvent.Offline.class);
        assertThat(device.port().health().online()).isFalse();
        assertThat(device.port().start(ORDER).join()).isEqualTo(new Outcome.Unreachable());
        assertThat(device.port().readMeter().join()).isEqualTo(new Outcome.Unreachable());
    }
}

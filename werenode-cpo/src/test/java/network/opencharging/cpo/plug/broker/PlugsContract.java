package network.opencharging.cpo.plug.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.cpo.device.ChargePortContract;
import network.opencharging.cpo.device.DeviceEvent;
import network.opencharging.cpo.device.Outcome;
import network.opencharging.cpo.device.StartOrder;
import network.opencharging.cpo.plug.dialect.PlugMessage;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Plugs of all families as ports, whichever broker is between and whichever version it speaks. */
abstract class PlugsContract {
    private static final StartOrder ORDER = new StartOrder("S", "T", Optional.empty());

    abstract TestBroker broker();

    /** One family as a port. */
    abstract class OfFamily extends ChargePortContract {
        private final FamilyForTests family;

        OfFamily(FamilyForTests family) {
            this.family = family;
        }

        @Override
        protected Device device() {
            return PlayedPlug.at(broker(), family);
        }
    }

    @Nested
    class OfShellyOne extends OfFamily {
        OfShellyOne() {
            super(FamilyForTests.SHELLY_1);
        }
    }

    @Nested
    class OfShellyTwo extends OfFamily {
        OfShellyTwo() {
            super(FamilyForTests.SHELLY_2);
        }
    }

    @Nested
    class OfTasmota extends OfFamily {
        OfTasmota() {
            super(FamilyForTests.TASMOTA);
        }
    }

    @Nested
    class OfTemplate extends OfFamily {
        OfTemplate() {
            super(FamilyForTests.TEMPLATE);
        }
    }

    private PlayedPlug charging(FamilyForTests family) {
        PlayedPlug plug = PlayedPlug.at(broker(), family);
        CompletableFuture<Outcome> started = plug.port().start(ORDER);
        plug.begins(1_000);
        assertThat(started.join()).isEqualTo(new Outcome.Done());
        plug.waitsFor(DeviceEvent.EnergyStarted.class);
        return plug;
    }

    private static DeviceEvent.EnergyStopped end(PlayedPlug plug) {
        plug.waitsFor(DeviceEvent.EnergyStopped.class);
        return plug.told().stream()
                .filter(DeviceEvent.EnergyStopped.class::isInstance)
                .map(DeviceEvent.EnergyStopped.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /**
     * As long as it goes on; a backend that dies says nothing more, and the plug ends by itself.
     */
    @ParameterizedTest
    @EnumSource
    void theLeaseIsRenewedUntilTheEnd(FamilyForTests family) {
        PlayedPlug plug = PlayedPlug.at(broker(), family, Duration.ofSeconds(1));
        var _ = plug.port().start(ORDER);
        plug.begins(5);
        assertThat(plug.nextOrder()).isTrue();
        assertThat(plug.nextOrder()).isTrue();
        var _ = plug.port().stop("S");
        await().atMost(PlayedPlug.PATIENCE).until(() -> !plug.nextOrder());
        plug.says(false, 6);
        assertThat(end(plug).reason()).isEqualTo("Remote");
        // Two more leases: it is told nothing that would let energy through again.
        await().during(Duration.ofSeconds(2))
                .atMost(PlayedPlug.PATIENCE)
                .until(() -> plug.heard().stream().noneMatch(family::isOn));
    }

    @ParameterizedTest
    @EnumSource
    void aPulledCableIsSeenAtOnceAndTheSessionGoesOnWhenItIsBack(FamilyForTests family) {
        PlayedPlug plug = charging(family);
        plug.vanishes();
        plug.waitsFor(DeviceEvent.Offline.class);
        assertThat(plug.port().health().online()).isFalse();
        plug.comesBack();
        assertThat(plug.nextOrder()).as("its lease is renewed at once").isTrue();
        plug.says(true, 1_100);
        plug.waitsForRegister(1_100);
        assertThat(plug.told()).noneMatch(DeviceEvent.EnergyStopped.class::isInstance);
        var _ = plug.port().stop("S");
        plug.ends(1_200);
        assertThat(end(plug).reason()).isEqualTo("Remote");
    }

    @ParameterizedTest
    @EnumSource
    void aPlugThatLostPowerEndsTheSessionWhenItIsBack(FamilyForTests family) {
        PlayedPlug plug = charging(family);
        plug.vanishes();
        plug.waitsFor(DeviceEvent.Offline.class);
        plug.comesBack();
        plug.says(false, 1_100);
        assertThat(end(plug).reason()).isEqualTo("PowerLoss");
        assertThat(end(plug).register().orElseThrow().value()).isEqualTo(1_100);
    }

    @Test
    void itsOwnButtonEndsTheSession() {
        PlayedPlug plug = charging(FamilyForTests.SHELLY_2);
        plug.says(false, 1_001);
        assertThat(end(plug).reason()).isEqualTo("Local");
    }

    @Test
    void aBackendThatStartsAgainGoesOnWithTheSession() {
        PlayedPlug plug = charging(FamilyForTests.SHELLY_2);
        plug.backendStartsAgain();
        assertThat(plug.nextOrder()).as("the lease is renewed").isTrue();
        plug.says(true, 1_200);
        plug.waitsForRegister(1_200);
        CompletableFuture<Outcome> stopped = plug.port().stop("S");
        plug.says(false, 1_300);
        assertThat(stopped.join()).isEqualTo(new Outcome.Done());
        assertThat(end(plug).charge().token()).contains("T");
    }

    @ParameterizedTest
    @EnumSource
    void whatNobodyOrderedIsSwitchedOff(FamilyForTests family) {
        PlayedPlug plug = PlayedPlug.at(broker(), family);
        plug.says(true, 1);
        assertThat(plug.nextOrder()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aPlugThatSaysItIsOffWhilePowerFlowsIsFaulted(FamilyForTests family) {
        PlayedPlug plug = PlayedPlug.at(broker(), family);
        plug.says(false, 1);
        plug.flows(2_000);
        plug.flows(2_000);
        plug.waitsForFault("PowerWhileOff");
    }

    @Test
    void aPlugThatDoesNotObeyIsFaulted() {
        PlayedPlug plug = charging(FamilyForTests.SHELLY_2);
        var _ = plug.port().stop("S");
        for (int i = 0; i < 3; i++) {
            assertThat(plug.nextOrder()).isFalse();
            plug.says(true, 1_000);
        }
        plug.waitsForFault("DoesNotSwitchOff");
    }

    @Test
    void aCounterThatStartsAgainLosesNothing() {
        PlayedPlug plug = PlayedPlug.at(broker(), FamilyForTests.SHELLY_2);
        plug.says(false, 900);
        plug.says(false, 20);
        plug.waitsForRegister(920);
    }

    @Test
    void vehiclesThatWantNoEnergyAreSeen() {
        PlayedPlug plug = charging(FamilyForTests.SHELLY_2);
        plug.flows(2_000);
        plug.waitsFor(DeviceEvent.Plugged.class);
        plug.flows(1);
        plug.waitsFor(DeviceEvent.Suspended.class);
    }

    @Test
    void garbageOnEveryTopicChangesNothing() {
        PlayedPlug plug = charging(FamilyForTests.SHELLY_2);
        List<DeviceEvent> before = plug.told();
        for (String topic : FamilyForTests.SHELLY_2.dialect(plug.name()).topics()) {
            for (String garbage : List.of("", "{", "\u0000\uffff", "9".repeat(9_000), "null")) {
                plug.tells(new PlugMessage(topic, garbage));
            }
        }
        plug.says(true, 1_050);
        plug.waitsForRegister(1_050);
        assertThat(plug.told().subList(0, before.size())).isEqualTo(before);
        assertThat(plug.told()).hasSize(before.size() + 1);
    }

    /**
     * An order goes out in the moment in which news come in: whoever waits for the other's lock
     * while he holds his own would wait for ever.
     */
    @Test
    void newsAndOrdersDoNotHoldUpEachOther() {
        CrossedBroker crossed = new CrossedBroker(broker());
        PlayedPlug plug = PlayedPlug.at(crossed, FamilyForTests.SHELLY_2);
        crossed.nextOrderCrosses(() -> plug.says(false, 700));

        CompletableFuture<Outcome> order =
                CompletableFuture.supplyAsync(() -> plug.port().readMeter().join());

        assertThat(order.orTimeout(PlayedPlug.PATIENCE.toSeconds(), TimeUnit.SECONDS).join())
                .isEqualTo(new Outcome.Done());
        plug.waitsForRegister(700);
    }
}

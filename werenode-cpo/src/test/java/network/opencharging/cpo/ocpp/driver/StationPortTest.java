package network.opencharging.cpo.ocpp.driver;

import network.opencharging.cpo.config.CpoUnderTest;
import network.opencharging.cpo.device.ChargePort;
import network.opencharging.cpo.device.ChargePortContract;
import network.opencharging.cpo.device.ChargePorts;
import network.opencharging.cpo.device.DeviceEvent;
import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.ocpp.door.RawStation;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Stations of both versions as ports, over real sockets. */
class StationPortTest {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @TempDir private static Path folder;
    private static CpoUnderTest cpo;

    @BeforeAll
    static void start() {
        cpo = CpoUnderTest.start(folder);
    }

    @AfterAll
    static void stop() {
        cpo.close();
    }

    @Nested
    class Of16 extends ChargePortContract {
        @Override
        protected Device device() {
            return new Played16(fresh());
        }
    }

    @Nested
    class Of201 extends ChargePortContract {
        @Override
        protected Device device() {
            return new Played201(fresh());
        }
    }

    private static String fresh() {
        String id = "PORT-" + NUMBERS.incrementAndGet();
        cpo.knowsWorking(id);
        return id;
    }

    private abstract static class Played implements ChargePortContract.Device {
        final RawStation station;
        private final PortId id;

        Played(String name, String protocol) {
            id = new PortId(name, 1);
            station = RawStation.connect(cpo, name, protocol);
        }

        @Override
        public ChargePort port() {
            return cpo.part(ChargePorts.class).find(id).orElseThrow();
        }

        @Override
        public List<DeviceEvent> told() {
            return cpo.events().stream().filter(event -> event.port().equals(id)).toList();
        }

        @Override
        public void declines() {
            station.answers("{'status':'Rejected'}");
        }

        @Override
        public void vanishes() {
            station.losesPower();
        }
    }

    private static final class Played16 extends Played {
        private int transaction;

        Played16(String name) {
            super(name, "ocpp1.6");
            station.asks(
                    "StatusNotification",
                    "{'connectorId':1,'status':'Available','errorCode':'NoError'}");
        }

        @Override
        public void begins(long wattHours) {
            station.answers("{'status':'Accepted'}");
            transaction =
                    station.asks(
                                    "StartTransaction",
                                    ("{'connectorId':1,'idTag':'TOKEN1','meterStart':%d,"
                                                    + "'timestamp':'2026-01-01T10:00:00Z'}")
                                            .formatted(wattHours))
                            .path("transactionId")
                            .asInt();
        }

        @Override
        public void meters(long wattHours) {
            station.asks(
                    "MeterValues",
                    ("{'connectorId':1,'transactionId':%d,'meterValue':[{'timestamp':"
                                    + "'2026-01-01T10:10:00Z','sampledValue':[{'value':'%d'}]}]}")
                            .formatted(transaction, wattHours));
        }

        @Override
        public void ends(long wattHours) {
            station.answers("{'status':'Accepted'}");
            station.asks(
                    "StopTransaction",
                    ("{'transactionId':%d,'meterStop':%d,'timestamp':'2026-01-01T11:00:00Z',"
                                    + "'reason':'Remote'}")
                            .formatted(transaction, wattHours));
        }
    }

    private static final class Played201 extends Played {
        private int seq;

        Played201(String name) {
            super(name, "ocpp2.0.1");
            station.asks(
                    "StatusNotification",
                    "{'evseId':1,'connectorId':1,'connectorStatus':'Available',"
                            + "'timestamp':'2026-01-01T09:00:00Z'}");
        }

        private void tells(String step, long wattHours, String more) {
            station.asks(
                    "TransactionEvent",
                    ("{'eventType':'%s','timestamp':'2026-01-01T10:00:0%dZ','triggerReason':"
                                    + "'RemoteStart','seqNo':%d,'transactionInfo':{'transactionId':"
                                    + "'TX-1'},'evse':{'id':1,'connectorId':1},'meterValue':[{"
                                    + "'timestamp':'2026-01-01T10:00:0%dZ','sampledValue':[{"
                                    + "'value':%d.0}]}]%s}")
                            .formatted(step, seq, seq, seq++, wattHours, more));
        }

        @Override
        public void begins(long wattHours) {
            station.answers("{'status':'Accepted'}");
            tells("Started", wattHours, ",'idToken':{'idToken':'TOKEN1','type':'Central'}");
        }

        @Override
        public void meters(long wattHours) {
            tells("Updated", wattHours, "");
        }

        @Override
        public void ends(long wattHours) {
            station.answers("{'status':'Accepted'}");
            tells("Ended", wattHours, "");
        }
    }
}

package network.opencharging.cpo.roaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.cpo.admin.AdminClient;
import network.opencharging.cpo.config.CpoUnderTest;
import network.opencharging.cpo.emsp.StubEmsp;
import network.opencharging.cpo.ocpp.door.RawStation;
import network.opencharging.cpo.session.SiteUnderTest;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** A whole backend that is registered at a hub with an eMSP behind it. */
final class RoamingUnderTest implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final StubEmsp emsp = new StubEmsp();
    private final CpoUnderTest cpo;
    private final AdminClient operator;

    private RoamingUnderTest(Path folder) {
        List<String> settings = new ArrayList<>(emsp.invites(folder.resolve("invited")));
        settings.add("--ocn.cpo.sessions.party=DE/ALC");
        settings.add("--ocn.cpo.sessions.tell-every=0s");
        cpo = CpoUnderTest.start(folder.resolve("data"), settings.toArray(String[]::new));
        operator = AdminClient.of(cpo);
        until(emsp::knowsTheBackend);
        SiteUnderTest.tariff(operator, "T", "0.50");
    }

    static RoamingUnderTest start(Path folder) {
        return new RoamingUnderTest(folder);
    }

    static void until(BooleanSupplier condition) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(condition::getAsBoolean);
    }

    StubEmsp emsp() {
        return emsp;
    }

    CpoUnderTest cpo() {
        return cpo;
    }

    AdminClient operator() {
        return operator;
    }

    /**
     * A station at a location of its own, {@code L-name}, of which the eMSP knows that it is free.
     */
    RawStation station(String name, String more) {
        cpo.knowsWorking(name);
        SiteUnderTest.at(operator, name, "T", more);
        RawStation station = RawStation.connect(cpo, name, "ocpp1.6");
        shows(station, "Available");
        is(name, "AVAILABLE");
        return station;
    }

    /** Waits until the eMSP knows that the EVSE of that station is so. */
    void is(String name, String status) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() ->
                        assertThat(emsp.status("L-" + name))
                                .as(
                                        "%s %s %s",
                                        emsp.lines("L-" + name),
                                        operator.gets("/admin/stuck").body(),
                                        operator.gets("/admin/locations/L-" + name).body())
                                .isEqualTo(status));
    }

    static void shows(RawStation station, String status) {
        station.asks(
                "StatusNotification",
                "{'connectorId':1,'status':'%s','errorCode':'NoError'}".formatted(status));
    }

    /** The eMSP wants a session at a station: what it is answered at once. */
    StubEmsp.Answer starts(String request, String name, String token) {
        return emsp.commands(
                "START_SESSION",
                request,
                "'location_id':'L-%s','evse_uid':'E1','token':%s,".formatted(name, token));
    }

    /** How a command ended. */
    String ends(String request) {
        until(() -> emsp.result(request).isPresent());
        return emsp.result(request).orElseThrow().path("result").asString();
    }

    /** A charge that the eMSP started, and the station began: the session's id. */
    String charges(RawStation station, String name) {
        CompletableFuture<StubEmsp.Answer> answer =
                CompletableFuture.supplyAsync(
                        () -> starts("start-" + name, name, StubEmsp.token("D-" + name)));
        JsonNode order = station.answers("{'status':'Accepted'}");
        assertThat(answer.join().result()).isEqualTo("ACCEPTED");
        begins(station, order.get(3).path("idTag").asString());
        assertThat(ends("start-" + name)).isEqualTo("ACCEPTED");
        String session = session(name);
        until(() -> status(session).equals("ACTIVE"));
        return session;
    }

    int begins(RawStation station, String idTag) {
        return station.asks(
                        "StartTransaction",
                        "{'connectorId':1,'idTag':'%s','meterStart':1000,'timestamp':'%s'}"
                                .formatted(idTag, Instant.now()))
                .path("transactionId")
                .asInt();
    }

    /** The newest session at that station. */
    String session(String name) {
        return operator.gets("/admin/sessions?limit=100")
                .body()
                .valueStream()
                .filter(one -> one.path("location").asString().equals("L-" + name))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    /** How the eMSP knows a session to be; empty when it does not know it. */
    String status(String session) {
        return emsp.session(session).map(one -> one.path("status").asString("")).orElse("");
    }

    @Override
    public void close() {
        cpo.close();
        emsp.close();
    }
}

package network.opencharging.cpo.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.cpo.account.AuthMethod;
import network.opencharging.cpo.account.Driver;
import network.opencharging.cpo.account.RoamingTokens;
import network.opencharging.cpo.account.TokenType;
import network.opencharging.cpo.admin.AdminClient;
import network.opencharging.cpo.config.CpoUnderTest;
import network.opencharging.cpo.ocpp.door.RawStation;
import network.opencharging.cpo.session.ChargeSession;
import network.opencharging.cpo.session.EvseManager;
import network.opencharging.cpo.session.Limits;
import network.opencharging.cpo.session.Opening;
import network.opencharging.cpo.session.Origin;
import network.opencharging.cpo.session.SiteUnderTest;
import network.opencharging.cpo.unit.SessionId;
import network.opencharging.protocol.party.PartyId;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Whoever wants to charge: with a partner's card, a partner's command, a reservation, a plug. */
class WhoMayChargeTest {
    private static final PartyId BOB = new PartyId("NL", "BOB");
    private static final PartyId EVE = new PartyId("FR", "EVE");
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final List<String> ASKED = new CopyOnWriteArrayList<>();
    @TempDir private static Path folder;
    private static CpoUnderTest cpo;
    private static AdminClient operator;
    private String name;
    private RawStation station;

    /** The eMSP Bob, who is outside. */
    private static RoamingTokens.Permission bob(String uid) {
        ASKED.add(uid);
        if (uid.startsWith("BOB-")) {
            return new RoamingTokens.Permission.Allowed(
                    driver(BOB, uid), AuthMethod.AUTH_REQUEST, Optional.of("REF-" + uid));
        }
        return uid.startsWith("BLOCKED-")
                ? new RoamingTokens.Permission.Refused(Optional.of(driver(BOB, uid)), "BLOCKED")
                : new RoamingTokens.Permission.Unknown();
    }

    private static Driver driver(PartyId emsp, String uid) {
        return new Driver(emsp, uid, TokenType.RFID, "C-" + uid);
    }

    @BeforeAll
    static void start() {
        cpo =
                CpoUnderTest.start(
                        folder,
                        context ->
                                context.registerBean(
                                        RoamingTokens.class, () -> (uid, _) -> bob(uid)),
                        "--ocn.cpo.sessions.party=DE/ALC");
        operator = AdminClient.of(cpo);
        SiteUnderTest.tariff(operator, "T", "0.40");
    }

    @AfterAll
    static void stop() {
        cpo.close();
    }

    @BeforeEach
    void aStation() {
        name = "WHO-" + NUMBERS.incrementAndGet();
        cpo.knowsWorking(name);
        station = RawStation.connect(cpo, name, "ocpp1.6");
    }

    private SiteUnderTest site(String more) {
        SiteUnderTest site = SiteUnderTest.at(operator, name, "T", more);
        shows("Available");
        site.is("AVAILABLE");
        return site;
    }

    private void shows(String status) {
        station.asks(
                "StatusNotification",
                "{'connectorId':1,'status':'%s','errorCode':'NoError'}".formatted(status));
    }

    private String authorizes(String tag) {
        return station.asks("Authorize", "{'idTag':'%s'}".formatted(tag))
                .path("idTagInfo")
                .path("status")
                .asString();
    }

    private int begins(String tag) {
        return station.asks(
                        "StartTransaction",
                        "{'connectorId':1,'idTag':'%s','meterStart':0,'timestamp':'%s'}"
                                .formatted(tag, Instant.now()))
                .path("transactionId")
                .asInt();
    }

    private void ends(int transaction) {
        station.asks(
                "StopTransaction",
                "{'transactionId':%d,'meterStop':500,'timestamp':'%s','reason':'Local'}"
                        .formatted(transaction, Instant.now()));
    }

    private static ChargeSession session(String id) {
        return cpo.part(EvseManager.class).find(new SessionId(id)).orElseThrow();
    }

    private static StartWish wish(SiteUnderTest site, PartyId emsp, String uid) {
        return new StartWish(
                Origin.COMMAND,
                driver(emsp, uid),
                Opening.Permit.by(AuthMethod.COMMAND),
                new StartWish.Target(site.location(), Optional.of("E1"), Optional.empty()),
                Limits.NONE);
    }

    @Test
    void aPartnersCardIsAskedForOnceAndChargesForThePartner() {
        SiteUnderTest site = site("");
        String tag = "BOB-" + name;
        assertThat(authorizes(tag)).isEqualTo("Accepted");
        int transaction = begins(tag);
        ChargeSession session = session(site.newestSession());
        assertThat(session.opening().driver().emsp()).isEqualTo(BOB);
        assertThat(session.opening().permit().method()).isEqualTo(AuthMethod.AUTH_REQUEST);
        assertThat(session.opening().permit().reference()).contains("REF-" + tag);
        assertThat(ASKED).filteredOn(tag::equals).hasSize(1);
        ends(transaction);
    }

    @Test
    void aBlockedOrUnknownCardIsTurnedAway() {
        site("");
        assertThat(authorizes("BLOCKED-1")).isEqualTo("Blocked");
        assertThat(authorizes("NOBODY-1")).isEqualTo("Invalid");
    }

    @Test
    void anEmspStopsItsOwnSessionAndNobodyElses() {
        SiteUnderTest site = site("");
        StartDesk desk = cpo.part(StartDesk.class);
        StartAnswer.Taken taken = (StartAnswer.Taken) desk.start(wish(site, BOB, "APP-" + name));
        station.answers("{'status':'Accepted'}");
        begins("APP-" + name);
        SessionId id = taken.session().id();
        assertThat(desk.stop(id, EVE, Optional.empty())).isInstanceOf(StopAnswer.Unknown.class);
        assertThat(desk.stop(id, BOB, Optional.empty())).isInstanceOf(StopAnswer.Taken.class);
        assertThat(station.answers("{'status':'Accepted'}").get(2).asString())
                .isEqualTo("RemoteStopTransaction");
        assertThat(desk.start(wish(site, EVE, "E")))
                .isEqualTo(
                        new StartAnswer.Refused(
                                StartAnswer.Why.OCCUPIED, "Somebody charges at this EVSE."));
    }

    @Test
    void aReservedEvseIsKeptForItsDriver() {
        SiteUnderTest site = site("");
        StartDesk desk = cpo.part(StartDesk.class);
        Instant until = Instant.now().plusSeconds(900);
        StartWish bobs = wish(site, BOB, "RES-" + name);
        assertThat(desk.reserve(bobs, "R1", until)).isInstanceOf(StartAnswer.Taken.class);
        site.is("RESERVED");
        assertThat(desk.start(wish(site, EVE, "E")))
                .isInstanceOfSatisfying(
                        StartAnswer.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(StartAnswer.Why.RESERVED));
        assertThat(desk.reserve(bobs, "R1", until.plusSeconds(900)))
                .isInstanceOf(StartAnswer.Taken.class);
        assertThat(desk.cancel("R1", EVE, Optional.empty())).isInstanceOf(StopAnswer.Unknown.class);
        StartAnswer.Taken used = (StartAnswer.Taken) desk.start(bobs);
        assertThat(station.answers("{'status':'Rejected'}").get(2).asString())
                .isEqualTo("RemoteStartTransaction");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> session(used.session().id().value()).phase().isOver());
        assertThat(desk.reserve(bobs, "R2", until)).isInstanceOf(StartAnswer.Taken.class);
        assertThat(desk.cancel("R2", BOB, Optional.empty())).isInstanceOf(StopAnswer.Taken.class);
        site.is("AVAILABLE");
    }

    @Test
    void plugInIsEnoughWhereTheOperatorSaidSoAndOnlyOncePerVehicle() {
        cpo.knowsToken("HOUSE");
        SiteUnderTest site = site(",'plugIn':'HOUSE'");
        shows("Preparing");
        JsonNode order = station.answers("{'status':'Accepted'}");
        assertThat(order.get(2).asString()).isEqualTo("RemoteStartTransaction");
        assertThat(order.get(3).path("idTag").asString()).isEqualTo("HOUSE");
        int transaction = begins("HOUSE");
        ends(transaction);
        shows("Finishing");
        site.is("BLOCKED");
        assertThat(station.unheard()).isZero();
        shows("Available");
        shows("Preparing");
        assertThat(station.answers("{'status':'Rejected'}").get(2).asString())
                .isEqualTo("RemoteStartTransaction");
    }

    @Test
    void thePowerOfALocationIsSharedFairly() {
        String location =
                """
                {'zone':'UTC','powerWatts':11000,'address':{'street':'Ring 1','city':'Berlin',
                'country':'DEU','latitude':'52.52000','longitude':'13.40500'},'evses':[
                {'uid':'E1','evseId':'DE*ALC*E1','device':'%s','port':1,'connectors':[{'tariffs':['T']}]},
                {'uid':'E2','evseId':'DE*ALC*E2','device':'%s','port':2,'connectors':[{'tariffs':['T']}]}]}
                """
                        .formatted(name, name);
        assertThat(operator.does("PUT", "/admin/locations/P-" + name, location).status())
                .isEqualTo(200);
        orders("ONE", "E1");
        JsonNode first = ordered();
        assertThat(limit(first.get(3).path("chargingProfile"))).isEqualTo(11_000);
        assertThat(limitsTold(1, "ONE", Map.of()).values()).allMatch(limit -> limit == 11_000);

        orders("TWO", "E2");
        JsonNode second = ordered();
        assertThat(limit(second.get(3).path("chargingProfile"))).isEqualTo(5_500);
        assertThat(limitsTold(2, "TWO", Map.of(1, 5_500L)).values())
                .allMatch(limit -> limit == 5_500);
    }

    private JsonNode ordered() {
        while (true) {
            JsonNode frame = station.answers("{'status':'Accepted'}");
            if (frame.get(2).asString().equals("RemoteStartTransaction")) {
                return frame;
            }
            assertThat(frame.get(2).asString()).isEqualTo("SetChargingProfile");
        }
    }

    /** The last limit of each connector, once the start is answered and these were told. */
    private Map<Integer, Long> limitsTold(int connector, String tag, Map<Integer, Long> wanted) {
        station.says(
                "[2,'start%d','StartTransaction',{'connectorId':%d,'idTag':'%s','meterStart':0,'timestamp':'%s'}]"
                        .formatted(connector, connector, tag, Instant.now()));
        Map<Integer, Long> told = new HashMap<>();
        boolean answered = false;
        while (!answered || !told.entrySet().containsAll(wanted.entrySet())) {
            JsonNode frame = station.hears();
            if (frame.get(0).asInt() == 3) {
                answered = true;
            } else {
                assertThat(frame.get(2).asString()).isEqualTo("SetChargingProfile");
                told.put(
                        frame.get(3).path("connectorId").asInt(),
                        limit(frame.get(3).path("csChargingProfiles")));
                station.says("[3,'%s',{'status':'Accepted'}]".formatted(frame.get(1).asString()));
            }
        }
        return told;
    }

    private void orders(String token, String evse) {
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        operator.does(
                                                "POST",
                                                "/admin/sessions",
                                                "{'token':'%s','location':'P-%s','evse':'%s'}"
                                                        .formatted(token, name, evse))
                                        .status()
                                == 200);
    }

    private static long limit(JsonNode profile) {
        return profile.path("chargingSchedule")
                .path("chargingSchedulePeriod")
                .path(0)
                .path("limit")
                .asLong();
    }
}

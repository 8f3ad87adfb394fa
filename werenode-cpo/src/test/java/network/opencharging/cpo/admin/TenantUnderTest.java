package network.opencharging.cpo.admin;

import static org.awaitility.Awaitility.await;

import network.opencharging.cpo.config.CpoUnderTest;
import network.opencharging.cpo.ocpp.door.RawStation;
import network.opencharging.cpo.people.PersonUnderTest;
import network.opencharging.cpo.session.SiteUnderTest;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A tenant.
 *
 * @param admin a program of his that may do everything
 * @param names what stands for what in paths
 */
record TenantUnderTest(String name, AdminClient admin, Map<String, String> names) {
    /** A path with his things in it. */
    String path(String pattern) {
        String path = pattern;
        for (Map.Entry<String, String> one : names.entrySet()) {
            path = path.replace("{" + one.getKey() + "}", one.getValue());
        }
        return path;
    }

    /** Whether a text is about something of his. */
    boolean isIn(String text) {
        String low = text.toLowerCase(Locale.ROOT);
        return low.contains(name)
                || Stream.of("session", "cdr", "id")
                        .anyMatch(id ->
                                low.contains(
                                        names.getOrDefault(id, "none").toLowerCase(Locale.ROOT)));
    }

    /** One whose station has charged, and was given a command. */
    static TenantUnderTest charged(CpoUnderTest cpo, String name) {
        String big = name.toUpperCase(Locale.ROOT);
        String station = big + "-1";
        AdminClient house = AdminClient.of(cpo);
        AdminClient admin = PersonUnderTest.program(cpo, name + "-admin", "ADMIN", name);
        SiteUnderTest.tariff(admin, big + "-T", "0.40");
        cpo.knowsWorking(station);
        cpo.knowsToken(big + "-CARD");
        SiteUnderTest site = SiteUnderTest.of(name, house, station, big + "-T");
        house.does("PUT", "/admin/plugs/" + name + "-plug", "{'family':'SHELLY_2'}");
        SiteUnderTest.of(name, house, name + "-plug", big + "-T");
        String command = charges(cpo, station, big + "-CARD");
        String session = site.newestSession();
        await().atMost(Duration.ofSeconds(30)).until(() -> !cdr(house, session).isEmpty());
        String transaction =
                house.gets("/admin/transactions?stationId=" + station)
                        .body()
                        .get(0)
                        .path("ocppId")
                        .asString();
        Map<String, String> names =
                Map.ofEntries(
                        Map.entry("station", station),
                        Map.entry("device", station),
                        Map.entry("evse", "1"),
                        Map.entry("location", site.location()),
                        Map.entry("tariff", big + "-T"),
                        Map.entry("session", session),
                        Map.entry("cdr", cdr(house, session)),
                        Map.entry("id", command),
                        Map.entry("person", name + "-admin"),
                        Map.entry("token", big + "-CARD"),
                        Map.entry("serial", big + "-METER"),
                        Map.entry("action", "ClearCache"),
                        Map.entry("transaction", transaction));
        return new TenantUnderTest(name, admin, names);
    }

    private static String cdr(AdminClient house, String session) {
        return house.gets("/admin/sessions/" + session)
                .body()
                .path("session")
                .path("cdr")
                .asString("");
    }

    /** From the first message to the last; the id of a command that it was given too. */
    static String charges(CpoUnderTest cpo, String name, String card) {
        try (RawStation station = RawStation.connect(cpo, name, "ocpp1.6")) {
            station.asks(
                    "StatusNotification",
                    "{'connectorId':1,'status':'Available','errorCode':'NoError'}");
            int transaction =
                    station.asks(
                                    "StartTransaction",
                                    ("{'connectorId':1,'idTag':'%s','meterStart':0,"
                                                    + "'timestamp':'2026-01-01T10:00:00Z'}")
                                            .formatted(card))
                            .path("transactionId")
                            .asInt();
            station.asks(
                    "StopTransaction",
                    ("{'transactionId':%d,'meterStop':8000,'timestamp':'2026-01-01T11:00:00Z',"
                                    + "'reason':'Local'}")
                            .formatted(transaction));
            return AdminClient.of(cpo)
                    .does("POST", "/admin/stations/" + name + "/commands/ClearCache", "{}")
                    .body()
                    .path("id")
                    .asString();
        }
    }
}

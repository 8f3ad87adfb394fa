package network.opencharging.bridge.config;

import static network.opencharging.bridge.config.RunningServer.ALICE;
import static network.opencharging.bridge.config.RunningServer.BOB;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.complaint.Complaint;
import network.opencharging.bridge.complaint.ComplaintBook.Standing;
import network.opencharging.bridge.deliver.Outbox;
import network.opencharging.bridge.deliver.Parcel;
import network.opencharging.bridge.http.FakeHub;
import network.opencharging.bridge.http.Partner;
import network.opencharging.bridge.model.v221.Session;
import network.opencharging.bridge.receive.Complaints.Subject;
import network.opencharging.bridge.store.MemoryDatabase;
import network.opencharging.bridge.trial.Written;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.route.ModuleId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whatever a partner or the backoffice does wrong: both are told, and somebody can see it later.
 */
class BadInputTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir private Path folder = Path.of("");
    private final FakeHub hub = new FakeHub();

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void whatPartnersSendWrongIsRefusedWithTheFieldAndShownUntilSomebodyHasDealtWithIt() {
        String session = Written.session("s-1");
        String bobs = session.replace("DE\",\"party_id\":\"ALC", "NL\",\"party_id\":\"BOB");
        try (RunningServer server = new RunningServer(hub, folder);
                Partner bob = server.partner(BOB)) {
            Partner.Answer invalid =
                    bob.send(
                            "PUT",
                            "receiver/2.2.1/sessions/NL/BOB/s-1",
                            bobs.replace("\"kwh\":12.345", "\"kwh\":\"much\""));
            Partner.Answer foreign = bob.send("PUT", "receiver/2.2.1/sessions/DE/CAR/s-1", session);
            Partner.Answer others = bob.send("PUT", "receiver/2.2.1/sessions/NL/BOB/s-2", bobs);
            Partner.Answer thief =
                    bob.send(
                            "POST",
                            "receiver/2.2.1/commands/STOP_SESSION",
                            "{\"response_url\":\"https://thief.example/r\",\"session_id\":\"s-1\"}");

            assertThat(List.of(invalid.code(), foreign.code(), others.code(), thief.code()))
                    .containsOnly(2001);
            String complaints = server.api().get("complaints");
            assertThat(complaints)
                    .contains(
                            "$.kwh",
                            "NL/BOB may not change what DE/CAR owns.",
                            "The ids in the body must be those of the path.",
                            "response_url must lead to the hub.");
            assertThat(server.api().get("inbox")).isEqualTo("200 {\"events\":[]}");

            String id = id(complaints);
            assertThat(server.api().ask("DELETE", "complaints/" + id, "")).startsWith("202");
            assertThat(server.api().ask("DELETE", "complaints/" + id, "")).startsWith("404");
            assertThat(server.api().get("status")).contains("\"complaints\":3");
        }
    }

    @Test
    void whatTheBackofficeSaysWrongIsRefusedWithEveryFieldAndNothingIsSent() {
        try (RunningServer server = new RunningServer(hub, folder)) {
            assertThat(
                            server.api()
                                    .put(
                                            "own/DE/ALC/sessions/s-1?to=NL-BOB",
                                            Written.session("s-1")
                                                    .replace(
                                                            "\"currency\":\"EUR\"",
                                                            "\"currency\":\"EURO\"")
                                                    .replace("\"status\":\"ACTIVE\",", "")))
                    .startsWith("422")
                    .contains("$.currency", "$.status");
            assertThat(server.api().get("own/DE/ALC/sessions/s-1")).startsWith("404");
            assertThat(server.api().get("status")).contains("\"waiting\":0", "\"complaints\":1");
            assertThat(server.api().get("complaints"))
                    .contains("OWN_INVALID", "s-1", "NL/BOB", "$.currency", "EURO");
        }
    }

    @Test
    void anObjectThatAnApplicationPushesAndOcpiDoesNotAllowIsParkedWithItsFaults() {
        List<Complaint> parked = new ArrayList<>();
        List<Parcel> taken = new ArrayList<>();
        Outbox outbox = new Outbox(taken::add, () -> "corr", parked::add);
        Session wrong =
                Session.SHAPE
                        .read(Written.typedSession("s-1").json().with("currency", "EURO"))
                        .orThrow();

        assertThat(outbox.push(ALICE, BOB, ModuleId.SESSIONS, Session.SHAPE, wrong, "s-1"))
                .isNotEmpty();

        assertThat(taken).isEmpty();
        assertThat(parked)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.kind()).isEqualTo(Complaint.Kind.OWN_INVALID);
                    assertThat(one.about().object()).isEqualTo("DE/ALC/s-1");
                    assertThat(one.object()).contains("EURO");
                    assertThat(one.faults().toString()).contains("$.currency");
                });
    }

    @Test
    void aBackofficeThatThrowsHangsOrGivesWhatOcpiDoesNotAllowIsWrittenDown() {
        try (MemoryDatabase database = new MemoryDatabase()) {
            KeptComplaints complaints =
                    new KeptComplaints(database.complaints(), Clock.fixed(NOON, ZoneOffset.UTC));
            Subject subject =
                    new Subject(new Context(BOB, ALICE, "corr", NOON), "sessions", "GET s-1");

            complaints.failed(subject, new IllegalStateException("disk full"));
            complaints.late(subject);
            Json.Obj wrong = Written.typedSession("s-1").json().without("kwh");
            complaints.invalid(
                    new Subject(subject.context(), "sessions", "s-1"),
                    wrong,
                    Session.SHAPE.check(wrong));

            assertThat(database.complaints().latest(5, 0))
                    .extracting(Standing::complaint)
                    .extracting(Complaint::kind)
                    .containsExactlyInAnyOrder(
                            Complaint.Kind.BACKOFFICE_FAILED,
                            Complaint.Kind.BACKOFFICE_LATE,
                            Complaint.Kind.OWN_INVALID);
            assertThat(database.complaints().latest(5, 0).toString())
                    .contains("disk full", "$.kwh", "no answer in the time it had");
        }
    }

    private static String id(String complaints) {
        Matcher found = Pattern.compile("\"id\":(\\d+)").matcher(complaints);
        assertThat(found.find()).as(complaints).isTrue();
        return found.group(1);
    }
}

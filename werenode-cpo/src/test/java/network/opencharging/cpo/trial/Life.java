package network.opencharging.cpo.trial;

import network.opencharging.cpo.emsp.StubEmsp;
import network.opencharging.cpo.emsp.StubEmsp.Answer;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An eMSP's side of a session: it does not give up, and never wants a second one. */
final class Life {
    private final MortalCpo cpo;
    private final StubEmsp emsp;
    private final String name;
    private final Device device;
    private final Instant since;
    private final List<String> taken = new ArrayList<>();
    private String id = "";
    private int commands;

    Life(MortalCpo cpo, StubEmsp emsp, String name, Device device) {
        this.cpo = cpo;
        this.emsp = emsp;
        this.name = name;
        this.device = device;
        this.since = Instant.now().minusSeconds(1);
    }

    private Optional<JsonNode> session() {
        if (id.isEmpty()) {
            for (JsonNode one : cpo.ask("GET", "/admin/sessions?limit=20", "").body()) {
                id =
                        one.path("location").asString("").equals("L-" + name)
                                ? one.path("id").asString("")
                                : id;
            }
        }
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(cpo.ask("GET", "/admin/sessions/" + id, "").body().path("session"));
    }

    /** One look at how it stands, and what follows; whether it is over and told. */
    boolean goesOn() {
        if (!cpo.isAlive()) {
            cpo.disarm();
            cpo.start();
        }
        if (cpo.ask("GET", "/admin/locations", "").status() != 200 || !device.isThere()) {
            return false;
        }
        Optional<JsonNode> session = session();
        if (session.isEmpty()) {
            command(
                    "START_SESSION",
                    "'location_id':'L-%s','evse_uid':'E1','token':%s,"
                            .formatted(name, StubEmsp.token("D-" + name)));
            return false;
        }
        String phase = session.get().path("phase").asString("");
        if (phase.equals("DELIVERING") && session.get().path("energy").asLong() >= 800) {
            command("STOP_SESSION", "'session_id':'%s',".formatted(id));
        }
        return phase.equals("FAILED") || (phase.equals("CLOSED") && device.isDone() && isTold());
    }

    private void command(String type, String fields) {
        String request = "%s-%d".formatted(name, ++commands);
        Answer answer = emsp.commands(type, request, fields);
        if (answer.result().equals("ACCEPTED")) {
            taken.add(request);
        }
    }

    /** The last of what is told has come. */
    private boolean isTold() {
        return !emsp.cdrsOf(id).isEmpty()
                && emsp.session(id)
                        .equals(
                                emsp.pulls("sessions", since).stream()
                                        .filter(this::isOurs)
                                        .findFirst())
                && emsp.status("L-" + name).equals("AVAILABLE")
                && taken.stream().allMatch(one -> emsp.result(one).isPresent());
    }

    private boolean isOurs(JsonNode session) {
        return session.path("id").asString("").equals(id);
    }

    /** What must be true, whatever happened: what is not. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        JsonNode session = session().orElseThrow();
        List<JsonNode> own =
                emsp.pulls("cdrs", since).stream()
                        .filter(cdr -> cdr.path("session_id").asString("").equals(id))
                        .toList();
        check(faults, "phase", session.path("phase").asString("").equals("CLOSED"));
        check(faults, "energy", session.path("energy").asLong() == 1_600);
        check(faults, "one CDR", own.size() == 1);
        check(faults, "the eMSP's CDR", emsp.cdrsOf(id).equals(own));
        JsonNode cdr = own.isEmpty() ? session : own.getFirst();
        // 1.6 kWh at 0.50, and a fifth of VAT
        check(faults, "price", is(cdr.path("total_cost").path("incl_vat"), "0.96"));
        check(faults, "billed energy", is(cdr.path("total_energy"), "1.6"));
        JsonNode told = emsp.session(id).orElse(session);
        check(faults, "told status", told.path("status").asString("").equals("COMPLETED"));
        check(faults, "told energy", is(told.path("kwh"), "1.6"));
        check(faults, "told price", told.path("total_cost").equals(cdr.path("total_cost")));
        if (!faults.isEmpty()) {
            faults.add("%s; %s; %s".formatted(session, own, emsp.cdrsOf(id)));
        }
        return faults;
    }

    private static boolean is(JsonNode number, String value) {
        return number.isNumber() && number.decimalValue().compareTo(new BigDecimal(value)) == 0;
    }

    private static void check(List<String> faults, String what, boolean right) {
        if (!right) {
            faults.add(what);
        }
    }

    @Override
    public String toString() {
        return "%s, died %s, %s; session %s; eMSP: session %s, CDRs %s, status %s, commands %s"
                .formatted(
                        name,
                        cpo.died(),
                        device,
                        session().map(JsonNode::toString).orElse("none"),
                        emsp.session(id),
                        emsp.cdrsOf(id),
                        emsp.status("L-" + name),
                        taken);
    }
}

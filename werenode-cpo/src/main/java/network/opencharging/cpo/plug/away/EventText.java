package network.opencharging.cpo.plug.away;

import network.opencharging.bridge.unit.WattHours;
import network.opencharging.cpo.device.DeviceEvent;
import network.opencharging.cpo.device.DeviceEvent.Charge;
import network.opencharging.cpo.device.PortId;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a plug tells when it is asked, as a text for another process. */
final class EventText {
    private EventText() {}

    static String write(List<DeviceEvent> events) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (DeviceEvent event : events) {
            ObjectNode one = all.addObject().put("at", event.at().toString());
            switch (event) {
                case DeviceEvent.EnergyStarted started -> {
                    one.put("what", "started");
                    charge(one, started.charge());
                    started.register().ifPresent(register -> one.put("register", register.value()));
                }
                case DeviceEvent.MeterRead read -> {
                    one.put("what", "read").put("register", read.register().value());
                    read.charge().ifPresent(charge -> charge(one, charge));
                }
                case DeviceEvent.Free _ -> one.put("what", "free");
                default -> throw new IllegalStateException("no plug is asked for " + event);
            }
        }
        return all.toString();
    }

    private static void charge(ObjectNode text, Charge charge) {
        text.put("transaction", charge.transaction());
        charge.session().ifPresent(session -> text.put("session", session));
        charge.token().ifPresent(token -> text.put("token", token));
    }

    static List<DeviceEvent> read(PortId port, String text) {
        List<DeviceEvent> events = new ArrayList<>();
        for (JsonNode one : OrderText.read(text)) {
            Instant at = Instant.parse(one.path("at").asString());
            Optional<WattHours> register =
                    one.has("register")
                            ? Optional.of(new WattHours(one.path("register").asLong()))
                            : Optional.empty();
            events.add(
                    switch (one.path("what").asString()) {
                        case "started" ->
                                new DeviceEvent.EnergyStarted(port, at, charge(one), register);
                        case "read" ->
                                new DeviceEvent.MeterRead(
                                        port,
                                        at,
                                        Optional.of(charge(one))
                                                .filter(_ -> one.has("transaction")),
                                        register.orElseThrow(),
                                        Optional.empty());
                        default -> new DeviceEvent.Free(port, at);
                    });
        }
        return events;
    }

    private static Charge charge(JsonNode text) {
        return new Charge(
                Optional.ofNullable(text.get("session")).map(JsonNode::asString),
                text.path("transaction").asString(""),
                Optional.ofNullable(text.get("token")).map(JsonNode::asString));
    }
}

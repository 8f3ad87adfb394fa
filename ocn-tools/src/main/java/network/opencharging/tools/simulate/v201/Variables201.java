package network.opencharging.tools.simulate.v201;

import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.simulate.station.Hands;
import network.opencharging.tools.simulate.station.Knob;
import network.opencharging.tools.simulate.station.Reply;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The device model: variables read, set, reported and monitored. */
final class Variables201 {
    private final Hands hands;
    private final Map<Integer, ObjectNode> monitors = new TreeMap<>();
    private int lastMonitor;

    Variables201(Hands hands) {
        this.hands = hands;
    }

    Optional<Reply> answer(String action, ObjectNode payload) {
        return Optional.ofNullable(find(action, payload));
    }

    private @Nullable Reply find(String action, ObjectNode payload) {
        return switch (action) {
            case "GetVariables" -> get(payload);
            case "SetVariables" -> set(payload);
            case "GetBaseReport" -> report(payload, hands.knobs().all());
            case "GetReport" -> report(payload, wanted(payload));
            case "SetVariableMonitoring" -> monitor(payload);
            case "ClearVariableMonitoring" -> unmonitor(payload);
            case "GetMonitoringReport" -> monitored(payload);
            case "SetMonitoringBase", "SetMonitoringLevel" -> Reply.status("Accepted");
            default -> null;
        };
    }

    private static String name(JsonNode entry) {
        return entry.path("component").path("name").asString("")
                + "/"
                + entry.path("variable").path("name").asString("");
    }

    /** Either a knob, or the word for what is not known of it. */
    private String unknown(JsonNode entry) {
        String component =
                entry.path("component").path("name").asString("").toLowerCase(Locale.ROOT) + "/";
        boolean known =
                hands.knobs().all().stream()
                        .anyMatch(
                                knob -> knob.name().toLowerCase(Locale.ROOT).startsWith(component));
        return known ? "UnknownVariable" : "UnknownComponent";
    }

    private static ObjectNode about(ObjectNode result, JsonNode entry) {
        result.set("component", entry.path("component"));
        result.set("variable", entry.path("variable"));
        return result;
    }

    private Reply get(ObjectNode payload) {
        ObjectNode answer = JsonText.object();
        var results = answer.putArray("getVariableResult");
        for (JsonNode entry : payload.path("getVariableData")) {
            ObjectNode result = results.addObject();
            Optional<Knob> knob = hands.knobs().find(name(entry));
            String type = entry.path("attributeType").asString("Actual");
            if (knob.isEmpty()) {
                result.put("attributeStatus", unknown(entry));
            } else if (!type.equals("Actual")) {
                result.put("attributeStatus", "NotSupportedAttributeType")
                        .put("attributeType", type);
            } else {
                result.put("attributeStatus", "Accepted")
                        .put("attributeValue", hands.knobs().value(knob.get()));
            }
            about(result, entry);
        }
        return Reply.of(answer);
    }

    private Reply set(ObjectNode payload) {
        ObjectNode answer = JsonText.object();
        var results = answer.putArray("setVariableResult");
        for (JsonNode entry : payload.path("setVariableData")) {
            String word =
                    switch (hands.knobs()
                            .set(name(entry), entry.path("attributeValue").asString(""))) {
                        case DONE -> "Accepted";
                        case UNKNOWN -> unknown(entry);
                        case READ_ONLY, UNFIT -> "Rejected";
                    };
            about(results.addObject().put("attributeStatus", word), entry);
        }
        return Reply.of(answer);
    }

    private List<Knob> wanted(ObjectNode payload) {
        JsonNode names = payload.path("componentVariable");
        return hands.knobs().all().stream()
                .filter(knob ->
                        !names.isArray()
                                || names.valueStream().anyMatch(entry -> fits(knob, entry)))
                .toList();
    }

    private static boolean fits(Knob knob, JsonNode entry) {
        String component = entry.path("component").path("name").asString("") + "/";
        return entry.has("variable")
                ? knob.name().equalsIgnoreCase(name(entry))
                : knob.name()
                        .toLowerCase(Locale.ROOT)
                        .startsWith(component.toLowerCase(Locale.ROOT));
    }

    private Reply report(ObjectNode payload, List<Knob> knobs) {
        if (knobs.isEmpty()) {
            return Reply.status("EmptyResultSet");
        }
        ObjectNode report = head(payload);
        var data = report.putArray("reportData");
        for (Knob knob : knobs) {
            String[] names = knob.name().split("/", 2);
            ObjectNode entry = data.addObject();
            entry.putObject("component").put("name", names[0]);
            entry.putObject("variable").put("name", names[1]);
            entry.putArray("variableAttribute")
                    .addObject()
                    .put("value", hands.knobs().value(knob))
                    .put("mutability", knob.writable() ? "ReadWrite" : "ReadOnly");
            entry.putObject("variableCharacteristics")
                    .put("dataType", kind(knob))
                    .put("supportsMonitoring", false);
        }
        return Reply.status("Accepted", () -> hands.say(Lists201.kept("NotifyReport", report)));
    }

    private static String kind(Knob knob) {
        return switch (knob.form()) {
            case NUMBER -> "integer";
            case TRUTH -> "boolean";
            case TEXT -> "string";
        };
    }

    private ObjectNode head(ObjectNode payload) {
        return JsonText.object()
                .put("requestId", payload.path("requestId").asInt(0))
                .put("generatedAt", Dialect201.written(hands.now()))
                .put("seqNo", 0)
                .put("tbc", false);
    }

    private Reply monitor(ObjectNode payload) {
        ObjectNode answer = JsonText.object();
        var results = answer.putArray("setMonitoringResult");
        for (JsonNode entry : payload.path("setMonitoringData")) {
            ObjectNode result = results.addObject();
            if (hands.knobs().find(name(entry)).isEmpty()) {
                result.put("status", unknown(entry));
            } else {
                int id = entry.path("id").asInt(++lastMonitor);
                monitors.put(id, (ObjectNode) entry);
                result.put("id", id).put("status", "Accepted");
            }
            result.put("type", entry.path("type").asString(""))
                    .put("severity", entry.path("severity").asInt(0));
            about(result, entry);
        }
        return Reply.of(answer);
    }

    private Reply unmonitor(ObjectNode payload) {
        ObjectNode answer = JsonText.object();
        var results = answer.putArray("clearMonitoringResult");
        for (JsonNode id : payload.path("id")) {
            boolean found = monitors.remove(id.asInt(0)) != null;
            results.addObject()
                    .put("status", found ? "Accepted" : "NotFound")
                    .put("id", id.asInt(0));
        }
        return Reply.of(answer);
    }

    private Reply monitored(ObjectNode payload) {
        if (monitors.isEmpty()) {
            return Reply.status("EmptyResultSet");
        }
        ObjectNode report = head(payload);
        var all = report.putArray("monitor");
        monitors.forEach((id, entry) -> {
            ObjectNode one = about(all.addObject(), entry);
            one.putArray("variableMonitoring")
                    .addObject()
                    .put("id", id)
                    .put("transaction", entry.path("transaction").asBoolean(false))
                    .put("value", entry.path("value").decimalValue())
                    .put("type", entry.path("type").asString(""))
                    .put("severity", entry.path("severity").asInt(0));
        });
        return Reply.status(
                "Accepted", () -> hands.say(Lists201.kept("NotifyMonitoringReport", report)));
    }
}

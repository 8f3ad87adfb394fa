package network.opencharging.node.way;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.Headers;

import java.util.Map;

/** What a server says. */
record Said(int status, Headers headers, Body content) {
    static final String TIME = "\"timestamp\":\"2026-11-21T12:00:00.000Z\"";

    static Said ok() {
        return json(200, "{\"status_code\":1000," + TIME + "}");
    }

    static Said data(String data) {
        return json(200, "{\"data\" : " + data + ", \"status_code\":1000," + TIME + "}");
    }

    static Said json(int status, String text) {
        return new Said(
                status, Headers.of(Map.of("Content-Type", "application/json")), Body.of(text));
    }

    Said with(String header, String value) {
        return new Said(status, headers.with(header, value), content);
    }

    String header(String name) {
        return headers.get(name).orElse("");
    }

    String text() {
        return content.text();
    }

    Json.Obj envelope() {
        return (Json.Obj) JsonReader.standard().read(content.bytes()).orThrow();
    }

    int code() {
        return Integer.parseInt(envelope().member("status_code").orElseThrow().text());
    }

    String sentence() {
        return envelope().textOf("status_message").orElse("");
    }
}

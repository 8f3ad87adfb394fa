package network.opencharging.node.replica;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.party.PartyId;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A platform that answers everything with yes, and counts the messages about locations. */
final class Backoffice implements AutoCloseable {
    private final HttpServer server;
    private final PartyId party;
    private final String role;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile String location = "{\"id\":\"LOC1\"}";
    private volatile boolean willing = true;
    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private final Queue<String> news = new ConcurrentLinkedQueue<>();

    Backoffice(PartyId party, String role) {
        this.party = party;
        this.role = role;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/versions", it -> answer(it, versions()));
        server.createContext("/2.2.1", it -> answer(it, details()));
        server.createContext("/2.2.1/clients", this::hear);
        server.createContext("/2.2.1/credentials", this::renew);
        server.createContext("/2.2.1/locations", it -> answer(it, location()));
        server.start();
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private String versions() {
        return "[{\"version\":\"2.2.1\",\"url\":\"" + url() + "/2.2.1\"}]";
    }

    private String details() {
        String locations = role.equals("CPO") ? "SENDER" : "RECEIVER";
        return """
        {"version":"2.2.1","endpoints":[
         {"identifier":"credentials","role":"RECEIVER","url":"%1$s/2.2.1/credentials"},
         {"identifier":"hubclientinfo","role":"RECEIVER","url":"%1$s/2.2.1/clients"},
         {"identifier":"locations","role":"%2$s","url":"%1$s/2.2.1/locations"}]}
        """
                .formatted(url(), locations);
    }

    private String location() {
        asked.incrementAndGet();
        return location;
    }

    private void hear(HttpExchange exchange) throws IOException {
        String told = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        news.add(told.replaceAll("(?s).*\"status\"\\s*:\\s*\"([A-Z]+)\".*", "$1"));
        answer(exchange, "null");
    }

    /** The node begins: it hands over its credentials and takes ours. */
    private void renew(HttpExchange exchange) throws IOException {
        told.add(
                JsonReader.standard().read(exchange.getRequestBody().readAllBytes()).orThrow()
                                instanceof Json.Obj theirs
                        ? theirs.textOf("url").orElse("")
                        : "");
        answer(exchange, willing ? credentials() : "{}");
    }

    /** The versions URLs that nodes gave it of their own accord, in order. */
    List<String> told() {
        return List.copyOf(told);
    }

    void refusesCredentials() {
        willing = false;
    }

    void takesCredentials() {
        willing = true;
    }

    /** The states of others that it was told, in order. */
    List<String> news() {
        return List.copyOf(news);
    }

    /** What it says from now on to messages about locations. */
    void says(String data) {
        location = data;
    }

    /** How many messages about locations came. */
    int asked() {
        return asked.get();
    }

    /** Its credentials. */
    String credentials() {
        Json.Obj own =
                Json.Obj.EMPTY
                        .with("role", role)
                        .with("country_code", party.countryCode())
                        .with("party_id", party.partyId())
                        .with("business_details", Json.Obj.EMPTY.with("name", party.toString()));
        return Json.Obj.EMPTY
                .with("token", "token-of-" + party.partyId())
                .with("url", url() + "/versions")
                .with("roles", Json.array(List.of(own)))
                .text();
    }

    private static void answer(HttpExchange exchange, String data) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] bytes =
                "{\"status_code\":1000,\"data\":%s,\"timestamp\":\"2026-01-01T00:00:00Z\"}"
                        .formatted(data)
                        .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

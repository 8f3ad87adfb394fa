package network.opencharging.benchmarks.load;

import network.opencharging.benchmarks.place.Bridge;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A backoffice that tells its bridge of session updates, each of another session so that none takes
 * another's place, over sockets and with as little work of its own as can be.
 */
public final class Updates {
    private final int port;
    private final String head;

    /** Updates for this bridge. */
    public Updates(Bridge bridge) throws IOException {
        this.port = bridge.port();
        this.head =
                " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer %s\r\nContent-Length: "
                        .formatted(bridge.key());
    }

    /**
     * Tells of so many sessions and returns when the bridge has taken them all.
     *
     * @param name what their ids begin with
     * @param callers at once, each waits for its answer
     */
    public void tell(String name, int many, int callers) throws IOException, InterruptedException {
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < callers; i++) {
                all.add(
                        threads.submit(() -> {
                            caller(name, many, next);
                            return "";
                        }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private void caller(String name, int many, AtomicInteger next) throws IOException {
        try (Socket socket = connected();
                InputStream in = new BufferedInputStream(socket.getInputStream())) {
            for (int n = next.getAndIncrement(); n < many; n = next.getAndIncrement()) {
                String id = name + "-" + n;
                String path = "PUT /api/own/FR/DAV/sessions/%s?to=NL-BOB".formatted(id);
                String answer = asked(socket, in, path, session(id));
                if (!answer.contains("202")) {
                    throw new IOException(answer);
                }
            }
        }
    }

    private static String session(String id) {
        return """
        {"country_code":"FR","party_id":"DAV","id":"%s","start_date_time":"2026-11-21T09:00:00Z",\
        "kwh":12.345,"cdr_token":{"country_code":"NL","party_id":"BOB","uid":"012345678",\
        "type":"RFID","contract_id":"NL-BOB-C12345678-X"},"auth_method":"WHITELIST",\
        "location_id":"LOC1","evse_uid":"3256","connector_id":"1","currency":"EUR",\
        "charging_periods":[{"start_date_time":"2026-11-21T09:00:00Z","dimensions":\
        [{"type":"ENERGY","volume":12.345},{"type":"MAX_CURRENT","volume":16}]}],\
        "total_cost":{"excl_vat":4.25,"incl_vat":5.06},"status":"ACTIVE",\
        "last_updated":"2026-11-21T10:00:00Z"}\
        """
                .formatted(id);
    }

    /**
     * Whether nothing waits in the bridge's outbox any more.
     *
     * @throws IOException when something was parked: then it was not acknowledged
     */
    public boolean isAllAcknowledged() throws IOException {
        try (Socket socket = connected();
                InputStream in = new BufferedInputStream(socket.getInputStream())) {
            String status = asked(socket, in, "GET /api/status", "");
            if (!status.contains("\"parked\":0")) {
                throw new IOException("the node did not take all: " + status);
            }
            return status.contains("\"waiting\":0");
        }
    }

    private Socket connected() throws IOException {
        Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
        socket.setTcpNoDelay(true);
        return socket;
    }

    /** The line of status and the body. */
    private String asked(Socket socket, InputStream in, String what, String body)
            throws IOException {
        String request = what + head + body.length() + "\r\n\r\n" + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        String status = line(in);
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        return status + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the bridge closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}

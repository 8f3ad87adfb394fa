package network.opencharging.acceptance.dsl;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Understands as much of curl as the printed lines use, for machines that have none. */
public final class Curl {
    private Curl() {}

    /** Sends one request and prints the body of the answer. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String body = client.send(request(arguments), BodyHandlers.ofString()).body();
            new PrintStream(System.out, true).println(body);
        }
    }

    private static HttpRequest request(String... arguments) {
        Deque<String> left = new ArrayDeque<>(List.of(arguments));
        HttpRequest.Builder request = HttpRequest.newBuilder();
        String method = "GET";
        String body = "";
        while (!left.isEmpty()) {
            String argument = left.pop();
            switch (argument) {
                case "-s" -> {}
                case "-X" -> method = left.pop();
                case "-d" -> body = left.pop();
                case "-H" -> {
                    String[] header = left.pop().split(": ", 2);
                    request.header(header[0], header[1]);
                }
                default -> request.uri(URI.create(argument));
            }
        }
        return request.method(method, BodyPublishers.ofString(body)).build();
    }
}

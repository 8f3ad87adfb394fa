package network.opencharging.registry.chain.dev;

import network.opencharging.protocol.key.Address;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A running development chain (anvil): a real EVM with the rules of London, as Energy Web Chain has
 * them. {@link #close()} ends the process, and so does the end of this JVM.
 */
public final class DevelopmentChain implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("Listening on 127\\.0\\.0\\.1:(\\d+)");
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration END = Duration.ofSeconds(30);

    private final Process process;
    private final int port;
    private final Thread atExit;
    private final HttpClient client = HttpClient.newHttpClient();

    private DevelopmentChain(Process process, int port) {
        this.process = process;
        this.port = port;
        this.atExit = Thread.ofPlatform().unstarted(() -> end(process));
    }

    /**
     * Starts a chain and waits until it listens.
     *
     * @throws AnvilMissing when the program is not on this machine
     * @throws IOException when it does not start; the message holds what it said
     */
    public static DevelopmentChain start(ChainSettings settings) throws IOException {
        return start(AnvilBinary.find(), settings);
    }

    /** As {@link #start(ChainSettings)}, with this program. */
    public static DevelopmentChain start(Path anvil, ChainSettings settings) throws IOException {
        Process process =
                new ProcessBuilder(command(anvil, settings)).redirectErrorStream(true).start();
        process.getOutputStream().close();
        CompletableFuture<Integer> listening = new CompletableFuture<>();
        Thread.ofVirtual().name("anvil-output").start(() -> read(process, listening));
        try {
            int port = listening.orTimeout(START.toSeconds(), TimeUnit.SECONDS).join();
            DevelopmentChain chain = new DevelopmentChain(process, port);
            Runtime.getRuntime().addShutdownHook(chain.atExit);
            return chain;
        } catch (CompletionException e) {
            end(process);
            throw new IOException("The development chain did not start: " + e.getMessage(), e);
        }
    }

    private static List<String> command(Path anvil, ChainSettings settings) {
        List<String> command = new ArrayList<>();
        command.addAll(List.of(anvil.toString(), "--host", "127.0.0.1"));
        command.addAll(List.of("--port", Integer.toString(settings.port())));
        command.addAll(List.of("--chain-id", Long.toString(settings.chainId())));
        command.addAll(List.of("--hardfork", "london", "--gas-limit", "30000000"));
        // Without this, anvil writes the whole state of every block to the user's home.
        command.addAll(List.of("--prune-history", "16"));
        settings.blockTime()
                .ifPresent(interval -> {
                    String seconds = Double.toString(interval.toMillis() / 1000.0);
                    command.addAll(List.of("--block-time", seconds));
                });
        settings.stateFile()
                .ifPresent(file -> {
                    command.addAll(List.of("--state", file.toString()));
                    command.addAll(List.of("--state-interval", "5"));
                });
        return command;
    }

    /** Reads for the whole life of the process: a full pipe would stop it. */
    private static void read(Process process, CompletableFuture<Integer> listening) {
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher matcher = LISTENING.matcher(line);
                if (matcher.find()) {
                    listening.complete(Integer.parseInt(matcher.group(1)));
                } else if (!listening.isDone()) {
                    said.append(line).append('\n');
                }
            }
            listening.completeExceptionally(new IOException("it ended and said: " + lastOf(said)));
        } catch (IOException e) {
            listening.completeExceptionally(e);
        }
    }

    private static String lastOf(CharSequence said) {
        String text = said.toString().strip();
        return text.substring(Math.max(0, text.length() - 1000));
    }

    /** Where it answers JSON-RPC over HTTP. */
    public URI httpUrl() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Where it answers JSON-RPC over WebSocket. */
    public URI wsUrl() {
        return URI.create("ws://127.0.0.1:" + port);
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** The process id, to show and to record. */
    public long pid() {
        return process.pid();
    }

    /** Whether the process still runs. */
    public boolean running() {
        return process.isAlive();
    }

    /** Gives an account this balance, in wei. */
    public void fund(Address account, BigInteger wei) throws IOException {
        call("anvil_setBalance", "\"" + account.lowerCase() + "\",\"0x" + wei.toString(16) + "\"");
    }

    /** Gives an account a hundred coins, enough for any test. */
    public void fund(Address account) throws IOException {
        fund(account, BigInteger.TEN.pow(20));
    }

    /** Mines this many empty blocks. */
    public void mine(int blocks) throws IOException {
        call("anvil_mine", "\"0x" + Integer.toHexString(blocks) + "\"");
    }

    /**
     * Asks something that only a development chain understands.
     *
     * @param method the JSON-RPC method
     * @param parameters JSON text of the parameters, without the brackets around them
     * @return JSON text of the whole answer
     * @throws IOException when the chain does not answer or answers with an error
     */
    public String call(String method, String parameters) throws IOException {
        String body =
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":[%s]}"
                        .formatted(method, parameters);
        HttpRequest request =
                HttpRequest.newBuilder(httpUrl())
                        .timeout(START)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            String answer = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            if (answer.contains("\"error\":")) {
                throw new IOException(method + " was refused: " + answer);
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(method + " was interrupted", e);
        }
    }

    /** Ends the process; with a state file, what it held is kept. */
    @Override
    public void close() {
        end(process);
        client.close();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The JVM is ending and the hook is at work already: nothing is left to remove.
            return;
        }
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

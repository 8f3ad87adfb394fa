package network.opencharging.cpo.plug.http;

import network.opencharging.cpo.plug.dialect.PlugDialect;
import network.opencharging.cpo.plug.dialect.PlugMessage;
import network.opencharging.cpo.plug.port.PlugLine;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;

/** The way to plugs that are called: each is asked again and again, one call at a time. */
public final class HttpLine implements PlugLine, AutoCloseable {
    private final Map<String, CalledLine> plugs = new ConcurrentHashMap<>();
    private final Function<String, String> addresses;
    private final Duration every;
    private final Duration patience;
    private final ScheduledExecutorService timers;
    private final HttpClient client;

    /**
     * @param addresses the beginning of the URL of a plug
     * @param every how often each is asked
     * @param patience how long a call may take, answer and all
     */
    public HttpLine(
            Function<String, String> addresses,
            Duration every,
            Duration patience,
            ScheduledExecutorService timers) {
        this.addresses = addresses;
        this.every = every;
        this.patience = patience;
        this.timers = timers;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(patience)
                        .build();
    }

    @Override
    public boolean say(String plug, List<PlugMessage> messages) {
        CalledLine line = plugs.get(plug);
        return line != null && line.say(messages);
    }

    @Override
    public void listen(String plug, PlugDialect dialect, Ears ears) {
        CalledLine line = new CalledLine(client, patience, addresses.apply(plug), dialect, ears);
        plugs.put(plug, line);
        line.begin(timers, every);
    }

    @Override
    public void forget(String plug) {
        CalledLine gone = plugs.remove(plug);
        if (gone != null) {
            gone.end();
        }
    }

    @Override
    public void close() {
        plugs.values().forEach(CalledLine::end);
        client.shutdownNow();
    }
}

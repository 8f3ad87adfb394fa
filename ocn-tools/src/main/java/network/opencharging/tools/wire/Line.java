package network.opencharging.tools.wire;

import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.MessageIds;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.HttpCalls;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.ocpi.Signing;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A line to a live system: what is asked goes out as it is, what comes back is remembered. */
public final class Line {
    private final Ends ends;
    private final Means means;
    private final List<Heard> heard;

    /**
     * Who speaks with whom.
     *
     * @param token what is presented
     * @param self who asks
     * @param other who is asked; empty while nobody knows
     */
    public record Ends(String token, PartyId self, Optional<PartyId> other) {
        /** Without the token: this may be printed. */
        @Override
        public String toString() {
            return self + " -> " + other.map(PartyId::toString).orElse("?");
        }
    }

    /**
     * What a line needs from outside.
     *
     * @param calls sends
     * @param signing signs what parties ask
     * @param clock the time
     * @param ids for X-Request-ID and X-Correlation-ID
     */
    public record Means(HttpCalls calls, Signing signing, Clock clock, Supplier<String> ids) {}

    private Line(Ends ends, Means means, List<Heard> heard) {
        this.ends = ends;
        this.means = means;
        this.heard = heard;
    }

    /** A line on which nothing was said yet. */
    public static Line of(Ends ends, Means means) {
        return new Line(ends, means, new CopyOnWriteArrayList<>());
    }

    /** This line, to that party. */
    public Line to(PartyId other) {
        return new Line(new Ends(ends.token(), ends.self(), Optional.of(other)), means, heard);
    }

    /** Who speaks with whom. */
    public Ends ends() {
        return ends;
    }

    /** All that was asked and answered, in its order. */
    public List<Heard> heard() {
        return List.copyOf(heard);
    }

    /**
     * Asks as a party, with routing headers where the other party is known, and signed where this
     * line signs.
     *
     * @throws IOException when nobody answers
     */
    public Heard ask(String method, URI url, String body) throws IOException {
        return say(signed(method, url, body));
    }

    /** The request that {@link #ask} sends. */
    public Request signed(String method, URI url, String body) {
        return means.signing().sign(request(method, url, body));
    }

    /** {@link #ask} without a body. */
    public Heard get(URI url) throws IOException {
        return ask("GET", url, "");
    }

    /**
     * Asks as a platform: versions, credentials, hubclientinfo.
     *
     * @throws IOException when nobody answers
     */
    public Heard configure(String method, URI url, String body) throws IOException {
        return say(request(method, url, body, Optional.empty()));
    }

    /** The request that {@link #ask} would send, to be spoilt before it is said. */
    public Request request(String method, URI url, String body) {
        return request(method, url, body, ends.other());
    }

    private Request request(String method, URI url, String body, Optional<PartyId> to) {
        Headers plain =
                new MessageIds(means.ids().get(), means.ids().get())
                        .writeTo(Headers.NONE)
                        .with(HeaderNames.AUTHORIZATION, authorization(ends.token()));
        Headers typed =
                body.isEmpty() ? plain : plain.with(HeaderNames.CONTENT_TYPE, "application/json");
        Headers headers =
                to.map(party -> RoutingHeaders.of(ends.self(), party).writeTo(typed)).orElse(typed);
        return new Request(method, url, headers, body);
    }

    /**
     * Sends a request as it is.
     *
     * @throws IOException when nobody answers
     */
    public Heard say(Request request) throws IOException {
        long begun = System.nanoTime();
        Answer answer = means.calls().send(request);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        Heard one = new Heard(request, answer, Instant.now(means.clock()), took);
        heard.add(one);
        return one;
    }

    /** OCPI 2.2.1 §4.1.2 (Authorization header); a token of the wrong form goes out as it is. */
    private static String authorization(String token) {
        return CredentialsToken.of(token)
                .map(known -> known.header(CredentialsToken.Encoding.BASE64))
                .orElse("Token " + token);
    }
}

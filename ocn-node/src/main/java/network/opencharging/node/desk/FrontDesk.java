package network.opencharging.node.desk;

import jakarta.servlet.http.HttpServletRequest;

import network.opencharging.node.platform.ConnectionStatus;
import network.opencharging.node.platform.Platforms;
import network.opencharging.node.platform.TokenHash;
import network.opencharging.node.platform.TokenVault;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.message.Envelope;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.MessageIds;
import network.opencharging.protocol.message.OcpiStatus;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Receives every visitor of the desk: reads the message ids, asks for the token, answers. */
public final class FrontDesk {
    private static final Logger LOG = LoggerFactory.getLogger(FrontDesk.class);

    private final Platforms platforms;
    private final TokenVault vault;
    private final Supplier<String> ids;
    private final Clock clock;

    /** A desk that knows these platforms. */
    public FrontDesk(Platforms platforms, TokenVault vault, Supplier<String> ids, Clock clock) {
        this.platforms = platforms;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    /** Answers whoever shows a token we gave out, with what {@code reply} says. */
    ResponseEntity<byte[]> receive(HttpServletRequest request, Function<Visitor, Answer> reply) {
        Headers headers = headers(request);
        return switch (MessageIds.read(headers, ids)) {
            case MessageIds.Reading.Malformed malformed ->
                    written(
                            request,
                            new MessageIds(ids.get(), ids.get()),
                            Answer.refusal(
                                    200, OcpiStatus.INVALID_PARAMETERS, malformed.sentence()));
            case MessageIds.Reading.Read(MessageIds read, boolean _) ->
                    written(
                            request,
                            read,
                            visitor(headers).map(reply).orElseGet(() -> stranger(headers)));
        };
    }

    /** Answers without asking who it is; also where nothing else of the request could be read. */
    ResponseEntity<byte[]> answer(HttpServletRequest request, Answer answer) {
        MessageIds read =
                switch (MessageIds.read(headers(request), ids)) {
                    case MessageIds.Reading.Malformed _ -> new MessageIds(ids.get(), ids.get());
                    case MessageIds.Reading.Read(MessageIds sent, boolean _) -> sent;
                };
        return written(request, read, answer);
    }

    private Optional<Visitor> visitor(Headers headers) {
        List<CredentialsToken.Candidate> candidates =
                headers.get(HeaderNames.AUTHORIZATION)
                        .map(CredentialsToken::candidates)
                        .orElse(List.of());
        return candidates.stream().flatMap(shown -> visitor(shown).stream()).findFirst();
    }

    private Optional<Visitor> visitor(CredentialsToken.Candidate shown) {
        TokenHash hash = vault.hash(shown.token().reveal());
        return platforms
                .byInboundToken(hash)
                .filter(platform -> platform.status() != ConnectionStatus.SUSPENDED)
                .<Visitor>map(platform -> new Visitor.Registered(platform, shown))
                .or(() ->
                        platforms
                                .byInvitation(hash)
                                .map(planned -> new Visitor.Invited(planned, shown)));
    }

    private static Answer stranger(Headers headers) {
        return Answer.refusal(
                        401,
                        OcpiStatus.CLIENT_ERROR,
                        headers.get(HeaderNames.AUTHORIZATION).isEmpty()
                                ? "Header Authorization is missing: send Token and your token in"
                                        + " Base64."
                                : "Header Authorization holds no token that is valid here.")
                .with(Map.of("WWW-Authenticate", "Token"));
    }

    private ResponseEntity<byte[]> written(
            HttpServletRequest request, MessageIds message, Answer answer) {
        if (!answer.status().isSuccess()) {
            LOG.info(
                    "{} {} refused with HTTP {}, {}: {} [correlation {}]",
                    request.getMethod(),
                    request.getRequestURI(),
                    answer.http(),
                    answer.status().code(),
                    answer.message().orElse(""),
                    message.correlationId());
        }
        HttpHeaders headers = new HttpHeaders();
        answer.headers().forEach(headers::set);
        headers.set(HeaderNames.X_REQUEST_ID, message.requestId());
        headers.set(HeaderNames.X_CORRELATION_ID, message.correlationId());
        headers.setContentType(MediaType.APPLICATION_JSON);
        Envelope envelope =
                new Envelope(
                        answer.status(),
                        answer.message(),
                        answer.data().map(Body::of),
                        clock.instant());
        return ResponseEntity.status(answer.http())
                .headers(headers)
                .body(envelope.toBody().bytes());
    }

    private static Headers headers(HttpServletRequest request) {
        Map<String, List<String>> all = new HashMap<>();
        Collections.list(request.getHeaderNames())
                .forEach(name -> all.put(name, Collections.list(request.getHeaders(name))));
        return Headers.ofMany(all);
    }
}

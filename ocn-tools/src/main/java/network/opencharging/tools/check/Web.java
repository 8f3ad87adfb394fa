package network.opencharging.tools.check;

import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.message.CredentialsToken.Encoding;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;
import network.opencharging.tools.http.HttpCalls;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.terminal.Failure;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Reads what is answered under a URL. */
final class Web implements AutoCloseable {
    private final HttpCalls calls = HttpCalls.within(Duration.ofSeconds(30));
    private final Optional<CredentialsToken> token;

    Web(Optional<String> token) {
        this.token =
                token.map(value ->
                        CredentialsToken.of(value)
                                .orElseThrow(() ->
                                        Failure.usage(
                                                "OCPI_TOKEN must be 1 to 255 printable characters"
                                                        + " without blanks.")));
    }

    /**
     * The body of the answer to a GET.
     *
     * @throws IOException when nobody answers, or not with 200
     */
    InputStream get(String url) throws IOException {
        Headers headers =
                token.map(known ->
                                Headers.NONE.with(
                                        HeaderNames.AUTHORIZATION, known.header(Encoding.BASE64)))
                        .orElse(Headers.NONE);
        try {
            return calls.open(new Request("GET", URI.create(url), headers, ""));
        } catch (IllegalArgumentException e) {
            throw new IOException("it is no URL", e);
        }
    }

    @Override
    public void close() {
        calls.close();
    }
}

package network.opencharging.tools.simulate.command;

import network.opencharging.tools.simulate.line.Door;
import network.opencharging.tools.simulate.line.TlsFiles;
import network.opencharging.tools.simulate.line.UnusableFile;
import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Input;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import javax.net.ssl.SSLContext;

/** Where a station connects, and as whom. */
final class StationDoor {
    private static final int LONGEST_IDENTITY = 48;

    @Option(
            names = "--url",
            required = true,
            paramLabel = "URL",
            description =
                    "Where stations connect, without the identity: ws://HOST:PORT/ocpp, or wss:.")
    private URI url = URI.create("ws://127.0.0.1:8280/ocpp");

    @Option(
            names = "--id",
            required = true,
            paramLabel = "IDENTITY",
            description = "By what the central system knows it, 1 to 48 letters.")
    private String identity = "";

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "A file with its password.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--ca-file",
            paramLabel = "FILE",
            description = "Trust these authorities alone (PEM).")
    private @Nullable Path authorities;

    @Option(
            names = "--certificate-file",
            paramLabel = "FILE",
            description = "Come with this certificate (PEM, with its chain).")
    private @Nullable Path certificate;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "The certificate's key (PEM of PKCS#8).")
    private @Nullable Path key;

    String identity() {
        return identity;
    }

    Door open(String subprotocol, Map<String, String> environment, Input input) {
        boolean secure = "wss".equals(url.getScheme());
        if ((!secure && !"ws".equals(url.getScheme())) || url.getHost() == null) {
            throw Failure.usage("--url must be an address such as ws://127.0.0.1:8280/ocpp");
        }
        if (identity.isEmpty() || identity.length() > LONGEST_IDENTITY) {
            throw Failure.usage("--id must have 1 to 48 letters.");
        }
        if ((certificate == null) != (key == null)) {
            throw Failure.usage("--certificate-file and --key-file belong together.");
        }
        if (!secure && (authorities != null || certificate != null)) {
            throw Failure.usage("--ca-file and --certificate-file are for wss: addresses.");
        }
        String base = url.toString().replaceAll("/+$", "");
        String last = URLEncoder.encode(identity, StandardCharsets.UTF_8).replace("+", "%20");
        return new Door(
                URI.create(base + "/" + last),
                subprotocol,
                identity,
                password(environment, input),
                secure ? Optional.of(tls(input)) : Optional.empty());
    }

    private Optional<String> password(Map<String, String> environment, Input input) {
        String password =
                passwordFile == null
                        ? environment.getOrDefault("OCN_STATION_PASSWORD", "")
                        : input.text(passwordFile, "--password-file");
        return Optional.of(password).filter(text -> !text.isEmpty());
    }

    private SSLContext tls(Input input) {
        Optional<TlsFiles.Own> own =
                certificate == null || key == null
                        ? Optional.empty()
                        : Optional.of(
                                new TlsFiles.Own(
                                        input.text(certificate, "--certificate-file"),
                                        input.text(key, "--key-file")));
        try {
            return TlsFiles.of(
                    Optional.ofNullable(authorities).map(path -> input.text(path, "--ca-file")),
                    own);
        } catch (UnusableFile e) {
            throw Failure.usage(sentence(e));
        }
    }

    private static String sentence(UnusableFile trouble) {
        String why = String.valueOf(trouble.getMessage());
        return switch (trouble.which()) {
            case AUTHORITIES -> "--ca-file %s.".formatted(why);
            case CERTIFICATE -> "--certificate-file %s.".formatted(why);
            case KEY -> "--key-file %s.".formatted(why);
        };
    }
}

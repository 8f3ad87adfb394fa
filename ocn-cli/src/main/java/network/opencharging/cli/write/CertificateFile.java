package network.opencharging.cli.write;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.Signature;
import network.opencharging.protocol.party.Role;
import network.opencharging.registry.contract.RoleCertificate;
import network.opencharging.registry.contract.RoleCertificate.Holder;
import network.opencharging.registry.contract.RoleCertificate.Market;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.terminal.Failure;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A certificate of the second published registry, as its issuers give them: a file of JSON. */
final class CertificateFile {
    private static final String WORD = "0x[0-9a-fA-F]{64}";

    private final Path file;
    private final JsonNode json;

    private CertificateFile(Path file, JsonNode json) {
        this.file = file;
        this.json = json;
    }

    static RoleCertificate read(Path file) {
        try {
            JsonNode json =
                    JsonText.parse(Files.readString(file))
                            .filter(JsonNode::isObject)
                            .orElseThrow(() ->
                                    Failure.usage(
                                            "The file %s is no certificate: it holds no JSON object."
                                                    .formatted(file)));
            return new CertificateFile(file, json).certificate();
        } catch (NoSuchFileException e) {
            throw Failure.usage("There is no file " + file + ".");
        } catch (IOException e) {
            throw Failure.usage("The file %s cannot be read: %s.".formatted(file, e.getMessage()));
        }
    }

    private RoleCertificate certificate() {
        Holder holder = new Holder(text("identifier"), text("name"), owner(text("owner")));
        return new RoleCertificate(role(), holder, market(), signature());
    }

    private Role role() {
        String name = json.path("role").asString("").toUpperCase(Locale.ROOT);
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name) && role != Role.HUB)
                .findFirst()
                .orElseThrow(() -> wrong("role", "must be CPO, EMSP, NAP, NSP, OTHER or SCSP"));
    }

    /** Who has none of its members stands in no market. */
    private Optional<Market> market() {
        JsonNode said = json.path("certificate");
        return said.has("marktfunktion") || said.has("lieferant") || said.has("bilanzkreis")
                ? Optional.of(
                        new Market(
                                text("marktfunktion"),
                                text("lieferant"),
                                text("bilanzkreis"),
                                said.has("vatid") ? Optional.of(text("vatid")) : Optional.empty()))
                : Optional.empty();
    }

    private Address owner(String text) {
        return Address.parse(text)
                .orElseThrow(
                        () -> wrong("certificate.owner", "must be 0x and 40 hexadecimal digits"));
    }

    private Signature signature() {
        JsonNode v = json.path("signature").path("v");
        String recovery = v.isNumber() ? "%02x".formatted(v.asInt()) : last(v.asString(""));
        return Signature.parse(word("r") + word("s") + recovery)
                .orElseThrow(() -> wrong("signature.v", "must be 27 or 28"));
    }

    private static String last(String text) {
        try {
            boolean hex = text.startsWith("0x");
            BigInteger number = hex ? new BigInteger(text.substring(2), 16) : new BigInteger(text);
            return "%02x".formatted(number);
        } catch (NumberFormatException e) {
            // What is no number is no part of a signature; the caller says so.
            return "";
        }
    }

    private String word(String name) {
        String text = json.path("signature").path(name).asString("");
        if (!text.matches(WORD)) {
            throw wrong("signature." + name, "must be 0x and 64 hexadecimal digits");
        }
        return text.substring(2);
    }

    private String text(String name) {
        JsonNode value = json.path("certificate").path(name);
        if (!value.isString()) {
            throw wrong("certificate." + name, "is missing or no text");
        }
        return value.asString();
    }

    private Failure wrong(String member, String what) {
        return Failure.usage(
                "The file %s is no certificate: '%s' %s.".formatted(file, member, what));
    }
}

package network.opencharging.node.config;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.json.JsonReading;
import network.opencharging.registry.directory.Operator;

import org.springframework.boot.context.properties.ConfigurationProperties;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The operator's claim of its domain.
 *
 * @param file what {@code ocn domain claim} has answered; empty means that nothing is claimed
 */
@ConfigurationProperties("ocn.domain-claim")
public record DomainClaimSettings(String file) {

    /**
     * The claim, if there is one.
     *
     * @throws IllegalArgumentException when it cannot be read, or is not of this operator and
     *     domain
     */
    Optional<Json.Obj> claim(Operator self) {
        if (file.isBlank()) {
            return Optional.empty();
        }
        try {
            if (JsonReader.standard().read(Files.readString(Path.of(file)))
                            instanceof JsonReading.Read<Json>(Json.Obj claim)
                    && claim.textOf("signature").isPresent()
                    && claim.textOf("operator").filter(self.address().text()::equals).isPresent()
                    && claim.textOf("domain").filter(self.url().toString()::equals).isPresent()) {
                return Optional.of(claim);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(sentence("cannot be read"), e);
        }
        throw new IllegalArgumentException(
                sentence("is no claim of %s by %s".formatted(self.url(), self.address())));
    }

    private String sentence(String trouble) {
        return "ocn.domain-claim.file (OCN_DOMAIN_CLAIM) %s: '%s' must be what  ocn domain claim  has answered with -o json"
                .formatted(trouble, file);
    }
}

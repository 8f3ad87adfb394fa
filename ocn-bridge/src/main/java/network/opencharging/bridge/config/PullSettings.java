package network.opencharging.bridge.config;

import network.opencharging.protocol.party.PartyId;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;
import java.util.List;

/**
 * What is pulled because pushes may have missed it.
 *
 * @param from the partners, such as DE-ALC,FR-DAV
 * @param every how often
 */
@ConfigurationProperties(prefix = "ocn.bridge.pull", ignoreUnknownFields = false)
public record PullSettings(@DefaultValue List<String> from, @DefaultValue("1h") Duration every) {

    /** Checks the partners. */
    public PullSettings {
        from = from.stream().filter(name -> !name.isBlank()).toList();
        Check.that(
                from.stream().allMatch(name -> PartyId.parse(name).isPresent()),
                "ocn.bridge.pull.from must name parties, such as DE-ALC,FR-DAV");
    }

    List<PartyId> partners() {
        return from.stream().map(PartyId::parse).flatMap(party -> party.stream()).toList();
    }
}

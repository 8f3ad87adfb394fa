package network.opencharging.bridge.config;

import network.opencharging.bridge.model.Spelling;

import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells a key of a file or a flag that is no setting, where it stands, and the one that was meant.
 */
final class UnknownSettingAnalyzer
        extends AbstractFailureAnalyzer<UnboundConfigurationPropertiesException>
        implements Ordered {

    @Override
    protected FailureAnalysis analyze(
            Throwable failure, UnboundConfigurationPropertiesException unbound) {
        return new FailureAnalysis(
                unbound.getUnboundProperties().stream()
                        .map(UnknownSettingAnalyzer::told)
                        .collect(Collectors.joining("\n")),
                "Mend the setting, and start again: docs/bridge.md.",
                failure);
    }

    private static String told(ConfigurationProperty property) {
        String name = property.getName().toString();
        Set<String> known = EnvironmentNames.settingsOfFiles();
        return "There is no setting %s%s (%s)"
                .formatted(
                        name,
                        Spelling.meant(name, known)
                                .map(meant -> "; did you mean " + meant + "?")
                                .orElse(""),
                        property.getOrigin());
    }

    /** Before the one that tells how Spring binds. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}

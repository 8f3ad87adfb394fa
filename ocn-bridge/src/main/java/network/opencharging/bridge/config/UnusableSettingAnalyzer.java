package network.opencharging.bridge.config;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells a setting that stops the start in a sentence, not in a hundred lines of a stack. */
final class UnusableSettingAnalyzer extends AbstractFailureAnalyzer<UnusableSetting> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, UnusableSetting setting) {
        String cause = setting.getCause() == null ? "" : " (%s)".formatted(setting.getCause());
        return new FailureAnalysis(
                setting.getMessage() + cause,
                "Mend the setting, and start again: docs/bridge.md.",
                failure);
    }
}

package network.opencharging.cpo.config;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the sentence of a refused start instead of a stack trace. */
class StartRefusedAnalyzer extends AbstractFailureAnalyzer<StartRefused> {
    @Override
    protected FailureAnalysis analyze(Throwable root, StartRefused refused) {
        @Nullable String sentence = refused.getMessage();
        return new FailureAnalysis(String.valueOf(sentence), null, refused);
    }
}

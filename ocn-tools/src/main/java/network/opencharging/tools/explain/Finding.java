package network.opencharging.tools.explain;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.signing.RewrittenPaths;
import network.opencharging.protocol.signing.Verification;

import java.util.List;
import java.util.stream.Stream;

/** What was found about a signature, for people and for machines. */
sealed interface Finding {
    int exitCode();

    String text();

    Json json();

    /** The signature is good. */
    record Valid(Verification.Valid verification) implements Finding {
        @Override
        public int exitCode() {
            return SignatureVerify.VALID;
        }

        @Override
        public String text() {
            Stream<String> first =
                    Stream.of(
                            "valid",
                            "signed by " + verification.signatory(),
                            "numbers written as " + verification.numbers());
            Stream<String> rewrites =
                    verification.earlier().stream()
                            .map(earlier ->
                                    "before the rewrite of %s signed by %s"
                                            .formatted(
                                                    String.join(", ", paths(earlier)),
                                                    earlier.signatory()));
            Stream<String> warnings =
                    unusual().map(path -> "warning: nodes do not rewrite " + path);
            return String.join(
                    System.lineSeparator(),
                    Stream.of(first, rewrites, warnings).flatMap(lines -> lines).toList());
        }

        @Override
        public Json json() {
            return Json.Obj.EMPTY
                    .with("verdict", "valid")
                    .with("signatory", verification.signatory().text())
                    .with("originator", verification.originator().text())
                    .with("numbers", verification.numbers().name())
                    .with(
                            "rewrites",
                            Json.array(verification.earlier().stream().map(Valid::json).toList()))
                    .with("unusual_rewrites", Json.array(unusual().map(Json::text).toList()));
        }

        private static Json.Obj json(Verification.Earlier earlier) {
            return Json.Obj.EMPTY
                    .with("signatory", earlier.signatory().text())
                    .with("originals", earlier.originals());
        }

        private static List<String> paths(Verification.Earlier earlier) {
            return List.copyOf(earlier.originals().members().sequencedKeySet());
        }

        private Stream<String> unusual() {
            return verification.earlier().stream()
                    .flatMap(earlier -> paths(earlier).stream())
                    .filter(path -> !RewrittenPaths.ofNodes().allow(path))
                    .distinct();
        }
    }

    /**
     * The signature must not be trusted.
     *
     * @param flaw a word for machines
     * @param sentence the reason
     */
    record Refused(String flaw, String sentence) implements Finding {
        @Override
        public int exitCode() {
            return SignatureVerify.REFUSED;
        }

        @Override
        public String text() {
            return "refused: " + sentence;
        }

        @Override
        public Json json() {
            return Json.Obj.EMPTY
                    .with("verdict", "refused")
                    .with("flaw", flaw)
                    .with("reason", sentence);
        }
    }

    /** An input cannot be used. */
    record Unusable(String sentence) implements Finding {
        @Override
        public int exitCode() {
            return SignatureVerify.UNUSABLE;
        }

        @Override
        public String text() {
            return "unusable: " + sentence;
        }

        @Override
        public Json json() {
            return Json.Obj.EMPTY.with("verdict", "unusable").with("reason", sentence);
        }
    }
}

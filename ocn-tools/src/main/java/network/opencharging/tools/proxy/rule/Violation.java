package network.opencharging.tools.proxy.rule;

import network.opencharging.bridge.model.Severity;

/**
 * Something that is against OCPI, or a known trouble.
 *
 * @param rule its id
 * @param severity how bad it is
 * @param inAnswer whether it is in the answer; otherwise it is in the request
 * @param path of the value in the body ({@code $.data[0].id}), or the header
 * @param sentence what is wrong
 */
public record Violation(
        String rule, Severity severity, boolean inAnswer, String path, String sentence) {

    static Violation ofRequest(String rule, Severity severity, String path, String sentence) {
        return new Violation(rule, severity, false, path, sentence);
    }

    static Violation ofAnswer(String rule, Severity severity, String path, String sentence) {
        return new Violation(rule, severity, true, path, sentence);
    }
}

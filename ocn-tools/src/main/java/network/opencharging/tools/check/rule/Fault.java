package network.opencharging.tools.check.rule;

import network.opencharging.bridge.model.Severity;

/**
 * One thing that is remarkable.
 *
 * @param path where, as a JSON path from the top of the text
 * @param rule the id of what was checked
 * @param severity how bad it is
 * @param sentence what is wrong and what is wanted, without values that may be personal
 */
public record Fault(String path, String rule, Severity severity, String sentence) {}

package network.opencharging.cpo.process;

/**
 * Something that one process has another do.
 *
 * @param id never the same twice
 * @param by the process that asks
 * @param of the process that is asked
 * @param kind which hand does it
 * @param subject whom it concerns
 * @param content the rest, as the hand reads it
 */
public record Errand(
        String id, String by, String of, String kind, String subject, String content) {}

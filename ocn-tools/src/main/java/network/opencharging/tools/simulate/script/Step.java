package network.opencharging.tools.simulate.script;

/**
 * A line of a script.
 *
 * @param line where it is written
 * @param name its word
 * @param act what happens
 * @param <S> what it happens to
 */
public record Step<S>(int line, String name, Act<S> act) {}

package network.opencharging.tools.simulate.script;

import network.opencharging.tools.yaml.Fields;

import java.util.function.Function;

/**
 * A word for something that happens.
 *
 * @param name as it is written
 * @param first for which of its fields a value stands that stands alone; empty: it has none
 * @param form how it is written, for people
 * @param meaning what happens, for people
 * @param act what it means with its fields
 * @param <S> what it happens to
 */
public record Word<S>(
        String name, String first, String form, String meaning, Function<Fields, Act<S>> act) {}

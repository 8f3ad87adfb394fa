package network.opencharging.tools.check.rule;

import network.opencharging.protocol.json.Json;

import java.util.function.Consumer;

/** Something that several fields of an object say together. */
public interface ObjectRule {
    /** The id under which it is reported and may be looked up. */
    String id();

    /** Where it is written, or what it is taken from. */
    String source();

    /** True for objects of that type. */
    boolean concerns(String type);

    /**
     * Tells what is wrong. What cannot be read is not told here: the model has told it already.
     *
     * @param path of the object
     */
    void check(Json.Obj object, String path, Consumer<Fault> found);
}

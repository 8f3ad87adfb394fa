package network.opencharging.house;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.junit.jupiter.api.DynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One module's table of rooms, and the rules that follow from it.
 *
 * <p>A room is a package below the module's base package, written whole ({@code "step.verify"});
 * the base package itself is the room {@code ""}. What a room may import from its own module is
 * listed with it; what is not listed is refused.
 */
public final class House {
    private final String base;
    private final Map<String, Set<String>> rooms = new LinkedHashMap<>();
    private final List<Fence> fences = new ArrayList<>();
    private final List<CatchFence> catches = new ArrayList<>();
    private final Set<String> edges = new LinkedHashSet<>();
    private final Map<String, String> excused = new LinkedHashMap<>();

    private House(String base) {
        this.base = base;
    }

    /** A house whose rooms lie below {@code base}. */
    public static House of(String base) {
        return new House(base);
    }

    /** A room and the rooms of the same module that it may import. */
    public House room(String name, String... uses) {
        rooms.put(name, Set.of(uses));
        return this;
    }

    /**
     * Only these rooms may import from the packages that start with {@code prefix} (a library that
     * must stay behind a door).
     */
    public House only(String prefix, String... allowed) {
        fences.add(new Fence(prefix, Set.of(allowed)));
        return this;
    }

    /** Only these rooms may catch the exception of that simple name. */
    public House catchesOnly(String exception, String... allowed) {
        catches.add(new CatchFence(exception, Set.of(allowed)));
        return this;
    }

    /**
     * The rooms where time and random ids come into the system; everywhere else they arrive by
     * constructor.
     */
    public House edge(String... names) {
        edges.addAll(Set.of(names));
        return this;
    }

    /**
     * Excuses one place from a budget, with the reason; {@code place} is {@code File.java} or
     * {@code File.java#method}.
     */
    public House excuse(String place, String reason) {
        excused.put(place, reason);
        return this;
    }

    /** All rules, one test each, over this module's compiled classes and its sources. */
    public Stream<DynamicTest> rules() {
        return rules(Path.of("").toAbsolutePath());
    }

    /** As {@link #rules()}, for a module that has nothing but tests. */
    public Stream<DynamicTest> rulesOfTests() {
        return rules(Path.of("").toAbsolutePath(), "target/test-classes");
    }

    Stream<DynamicTest> rules(Path module) {
        return rules(module, "target/classes");
    }

    private Stream<DynamicTest> rules(Path module, String compiled) {
        JavaClasses classes = new ClassFileImporter().importPath(module.resolve(compiled));
        if (classes.isEmpty()) {
            throw new IllegalStateException("there are no classes in " + module);
        }
        return rules(classes, module);
    }

    /** As {@link #rules()}, over the given classes; the house's own tests plant sins this way. */
    Stream<DynamicTest> rules(JavaClasses classes, Path module) {
        Rooms map = new Rooms(base, rooms);
        Sources sources = new Sources(module);
        Stream<DynamicTest> structure =
                Stream.of(
                        dynamicTest("the table of rooms has no circle", map::refuseCircle),
                        dynamicTest(
                                "every class lives in a listed room",
                                () -> map.refuseUnlisted(classes)),
                        dynamicTest(
                                "rooms import only what the table allows",
                                () -> map.refuseUnlistedImports(classes)),
                        dynamicTest(
                                "names say things, not kinds of class",
                                () -> Names.refuseKinds(classes)),
                        dynamicTest(
                                "time and ids come in by constructor",
                                () -> Edges.refuse(classes, base, edges)),
                        dynamicTest(
                                "every package says its purpose and is null-marked",
                                sources::refuseUnmarkedPackages),
                        dynamicTest(
                                "files, methods and parameter lists keep their budget",
                                () -> sources.refuseOverBudget(excused)),
                        dynamicTest("sources are formatted", sources::refuseUnformatted));
        Stream<DynamicTest> libraries =
                fences.stream()
                        .map(fence ->
                                dynamicTest(
                                        fence.prefix() + " stays behind its doors",
                                        () -> fence.refuse(classes, base)));
        Stream<DynamicTest> thrown =
                catches.stream()
                        .map(fence ->
                                dynamicTest(
                                        fence.exception() + " is caught in one room only",
                                        () -> fence.refuse(classes, base)));
        return Stream.of(structure, libraries, thrown).flatMap(tests -> tests);
    }
}

package network.opencharging.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The table of rooms of one module held against its classes. */
record Rooms(String base, Map<String, Set<String>> table) {

    /** The room of a class, or null when it lies outside the module. */
    static @org.jspecify.annotations.Nullable String roomOf(String base, String packageName) {
        if (packageName.equals(base)) {
            return "";
        }
        return packageName.startsWith(base + ".") ? packageName.substring(base.length() + 1) : null;
    }

    void refuseCircle() {
        for (String room : table.keySet()) {
            assertThat(reachable(room))
                    .as("room '%s' must not be reachable from itself", room)
                    .doesNotContain(room);
            assertThat(table.keySet())
                    .as("rooms used by '%s' must be in the table", room)
                    .containsAll(table.getOrDefault(room, Set.of()));
        }
    }

    private Set<String> reachable(String from) {
        Set<String> seen = new LinkedHashSet<>();
        visit(from, seen);
        return seen;
    }

    private void visit(String room, Set<String> seen) {
        for (String next : table.getOrDefault(room, Set.of())) {
            if (seen.add(next)) {
                visit(next, seen);
            }
        }
    }

    void refuseUnlisted(JavaClasses classes) {
        Set<String> homeless = new TreeSet<>();
        for (JavaClass type : classes) {
            String room = roomOf(base, type.getPackageName());
            if (room == null || !table.containsKey(room)) {
                homeless.add(type.getName());
            }
        }
        assertThat(homeless).as("classes outside the rooms of %s", base).isEmpty();
    }

    void refuseUnlistedImports(JavaClasses classes) {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass type : classes) {
            String from = roomOf(base, type.getPackageName());
            if (from != null) {
                type.getDirectDependenciesFromSelf()
                        .forEach(dependency -> {
                            String to =
                                    roomOf(
                                            base,
                                            dependency
                                                    .getTargetClass()
                                                    .getBaseComponentType()
                                                    .getPackageName());
                            if (to != null
                                    && !to.equals(from)
                                    && !table.getOrDefault(from, Set.of()).contains(to)) {
                                wrong.add(
                                        "'%s' must not import '%s': %s"
                                                .formatted(from, to, dependency.getDescription()));
                            }
                        });
            }
        }
        assertThat(wrong).as("imports that the table of rooms does not allow").isEmpty();
    }
}

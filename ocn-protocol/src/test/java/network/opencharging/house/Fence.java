package network.opencharging.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;

import java.util.Set;
import java.util.TreeSet;

/** A library that only some rooms may see. */
record Fence(String prefix, Set<String> allowed) {
    void refuse(JavaClasses classes, String base) {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass type : classes) {
            String room = Rooms.roomOf(base, type.getPackageName());
            if (room != null && !allowed.contains(room)) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency ->
                                dependency
                                        .getTargetClass()
                                        .getBaseComponentType()
                                        .getPackageName()
                                        .startsWith(prefix))
                        .forEach(dependency -> wrong.add(dependency.getDescription()));
            }
        }
        assertThat(wrong).as("only %s may see %s", allowed, prefix).isEmpty();
    }
}

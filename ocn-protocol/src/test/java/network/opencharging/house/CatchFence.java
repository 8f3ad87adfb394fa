package network.opencharging.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;

import java.util.Set;
import java.util.TreeSet;

/** An exception that only some rooms may catch. */
record CatchFence(String exception, Set<String> allowed) {
    void refuse(JavaClasses classes, String base) {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass type : classes) {
            String room = Rooms.roomOf(base, type.getPackageName());
            if (room != null && !allowed.contains(room)) {
                type.getCodeUnits()
                        .forEach(unit ->
                                unit.getTryCatchBlocks()
                                        .forEach(block ->
                                                block.getCaughtThrowables().stream()
                                                        .filter(caught ->
                                                                caught.getSimpleName()
                                                                        .equals(exception))
                                                        .forEach(caught ->
                                                                wrong.add(unit.getFullName()))));
            }
        }
        assertThat(wrong).as("only %s may catch %s", allowed, exception).isEmpty();
    }
}

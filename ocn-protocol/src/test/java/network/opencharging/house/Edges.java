package network.opencharging.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;

import java.util.Set;
import java.util.TreeSet;

/**
 * Nobody reads the clock or rolls an id on the spot: both come in by constructor, so that tests can
 * hold them.
 */
final class Edges {
    private static final Set<String> FORBIDDEN =
            Set.of(
                    "java.time.Instant.now",
                    "java.time.LocalDate.now",
                    "java.time.LocalDateTime.now",
                    "java.time.ZonedDateTime.now",
                    "java.time.OffsetDateTime.now",
                    "java.lang.System.currentTimeMillis",
                    "java.util.UUID.randomUUID",
                    "java.lang.Thread.sleep");

    private Edges() {}

    static void refuse(JavaClasses classes, String base, Set<String> edges) {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass type : classes) {
            String room = Rooms.roomOf(base, type.getPackageName());
            if (room != null && !edges.contains(room)) {
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    String target =
                            access.getTargetOwner().getName() + "." + access.getTarget().getName();
                    if (FORBIDDEN.contains(target) && !takesClock(access)) {
                        wrong.add(access.getDescription());
                    }
                }
            }
        }
        assertThat(wrong).as("calls that read the clock, sleep, or roll an id").isEmpty();
    }

    /** {@code Instant.now(clock)} is the permitted form. */
    private static boolean takesClock(JavaAccess<?> access) {
        return access.getTarget().getFullName().contains("(java.time.Clock)");
    }
}

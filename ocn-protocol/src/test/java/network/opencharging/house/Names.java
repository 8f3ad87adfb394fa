package network.opencharging.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Classes and packages are named by things of the domain, never by kinds of class. */
final class Names {
    private static final Pattern KIND =
            Pattern.compile(".*(Utils?|Helpers?|Impl|Service|Manager|Processor|Data|Info|Dto)");
    private static final Pattern KIND_OF_PACKAGE =
            Pattern.compile(
                    ".*\\.(service|services|util|utils|impl|dto|dtos|common|helper|helpers|misc)(\\..*)?");

    /** Words of the specifications, which are spelled as the specifications spell them. */
    private static final Set<String> OF_THE_FIELD =
            Set.of("EvseManager", "ClientInfo", "SignedData", "AuthorizationInfo");

    private Names() {}

    static void refuseKinds(JavaClasses classes) {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass type : classes) {
            boolean kind =
                    KIND.matcher(type.getSimpleName()).matches()
                            && !OF_THE_FIELD.contains(type.getSimpleName());
            if (kind || KIND_OF_PACKAGE.matcher(type.getPackageName()).matches()) {
                wrong.add(type.getName());
            }
        }
        assertThat(wrong).as("names that tell a kind of class, not a thing").isEmpty();
    }
}

package network.opencharging.tools.conformance.suite;

import static network.opencharging.protocol.route.ModuleId.CDRS;
import static network.opencharging.protocol.route.ModuleId.LOCATIONS;
import static network.opencharging.protocol.route.ModuleId.SESSIONS;
import static network.opencharging.protocol.route.ModuleId.TARIFFS;
import static network.opencharging.protocol.route.ModuleId.TOKENS;

import network.opencharging.protocol.party.Role;
import network.opencharging.tools.manner.Manner;
import network.opencharging.tools.manner.Manners;
import network.opencharging.tools.manner.Paragraph;
import network.opencharging.tools.wire.Heard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All cases for systems of one role. */
public final class Suite {
    private final List<Case> cases;

    private Suite(List<Case> cases) {
        this.cases = List.copyOf(cases);
    }

    /**
     * The cases for a role.
     *
     * @throws IllegalArgumentException for a role that has none
     */
    public static Suite of(Role role) {
        List<Case> cases = new ArrayList<>();
        switch (role) {
            case CPO -> cpo(cases);
            case EMSP -> emsp(cases);
            case HUB -> {
                cases.addAll(VersionCases.all(Set.of("hubclientinfo sender", "locations sender")));
                cases.addAll(AccessCases.all());
                cases.addAll(HubCases.all());
            }
            default -> throw new IllegalArgumentException("there are no cases for " + role);
        }
        Manners.all().forEach(manner -> cases.add(kept(manner)));
        return new Suite(cases);
    }

    /** What can be tried at any system by reading alone: nothing is written, nothing is started. */
    public static Suite reading() {
        List<Case> cases = new ArrayList<>(VersionCases.all(Set.of()));
        cases.addAll(AccessCases.reading());
        cases.addAll(new ListCases(LOCATIONS, "Location", "id", Paragraph.LOCATION).all());
        cases.addAll(new ListCases(TARIFFS, "Tariff", "id", Paragraph.TARIFF).all());
        cases.addAll(new ListCases(SESSIONS, "Session", "id", Paragraph.SESSION).all());
        cases.addAll(new ListCases(CDRS, "CDR", "id", Paragraph.CDR).all());
        cases.addAll(new ListCases(TOKENS, "Token", "uid", Paragraph.TOKEN).all());
        cases.addAll(LocationCases.all());
        Manners.all().forEach(manner -> cases.add(kept(manner)));
        return new Suite(cases);
    }

    private static void cpo(List<Case> cases) {
        cases.addAll(VersionCases.all(Set.of("locations sender", "sessions sender")));
        cases.addAll(AccessCases.all());
        cases.addAll(new ListCases(LOCATIONS, "Location", "id", Paragraph.LOCATION).all());
        cases.addAll(new ListCases(TARIFFS, "Tariff", "id", Paragraph.TARIFF).all());
        cases.addAll(new ListCases(SESSIONS, "Session", "id", Paragraph.SESSION).all());
        cases.addAll(new ListCases(CDRS, "CDR", "id", Paragraph.CDR).all());
        cases.addAll(LocationCases.all());
        cases.addAll(new StoreCases(TOKENS, "uid", "valid", true).all());
        cases.addAll(CommandCases.all());
    }

    private static void emsp(List<Case> cases) {
        cases.addAll(VersionCases.all(Set.of("tokens sender", "sessions receiver")));
        cases.addAll(AccessCases.all());
        cases.addAll(new ListCases(TOKENS, "Token", "uid", Paragraph.TOKEN).all());
        cases.addAll(new StoreCases(LOCATIONS, "id", "name", true).all());
        cases.addAll(new StoreCases(SESSIONS, "id", "kwh", true).all());
        cases.addAll(new StoreCases(TARIFFS, "id", "currency", false).all());
        cases.addAll(EmspCases.all());
    }

    /** Manners are looked at last, over all that was said on the line. */
    private static Case kept(Manner manner) {
        return new Case(
                manner.id(),
                "always: " + manner.title(),
                manner.paragraph(),
                bench -> {
                    for (Heard heard : bench.line().heard()) {
                        Optional<String> wrong = manner.check(heard);
                        if (wrong.isPresent()) {
                            return Verdict.that(false, heard, wrong.get());
                        }
                    }
                    return new Verdict.Passed();
                });
    }

    /** The cases, in the order in which they are tried. */
    public List<Case> cases() {
        return cases;
    }

    /** Hears how a run goes. */
    public interface Audience {
        /** A case is tried from now on. */
        void begins(Case one);

        /** It has ended so. */
        void ended(Case one, Verdict verdict);
    }

    /** Tries all, and tells each as it begins and ends. */
    public void run(Bench bench, Audience audience) {
        for (Case one : cases) {
            audience.begins(one);
            audience.ended(one, one.run(bench));
        }
    }
}

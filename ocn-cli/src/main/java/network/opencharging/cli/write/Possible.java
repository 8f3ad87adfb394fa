package network.opencharging.cli.write;

import network.opencharging.registry.contract.RegistryForm;
import network.opencharging.registry.listing.Wish;
import network.opencharging.tools.terminal.Failure;

import java.util.Optional;

/** What each generation of the registry has a place for; the rest is told before money is spent. */
final class Possible {
    private static final String NOBODY_IS_ASKED =
            "does not ask operators: whoever names one is carried by it, so there is nothing to"
                    + " admit or to dismiss";

    private Possible() {}

    /** Refuses what that generation could only answer with a revert, or not at all. */
    static void require(RegistryForm form, Wish wish) {
        Optional<String> trouble =
                switch (form) {
                    case OURS -> Optional.empty();
                    case FIRST -> first(wish);
                    case SECOND -> second(wish);
                };
        trouble.ifPresent(words -> {
            throw Failure.usage(
                    "The %s published registry %s."
                            .formatted(form == RegistryForm.FIRST ? "first" : "second", words));
        });
    }

    private static Optional<String> first(Wish wish) {
        return switch (wish) {
            case Wish.AdmitParty _, Wish.DismissParty _ -> Optional.of(NOBODY_IS_ASKED);
            case Wish.SetProfile _ -> Optional.of("keeps no names and addresses of parties");
            case Wish.SetNode _, Wish.DeleteNode _, Wish.SetParty _ -> Optional.empty();
            case Wish.SetModules _, Wish.DeleteParty _ -> Optional.empty();
        };
    }

    /** Its functions for nodes, and for leaving, are those of the first. */
    private static Optional<String> second(Wish wish) {
        return switch (wish) {
            case Wish.AdmitParty _, Wish.DismissParty _ -> Optional.of(NOBODY_IS_ASKED);
            case Wish.SetModules _ -> Optional.of("knows no modules");
            case Wish.SetProfile _ ->
                    Optional.of(
                            "takes name and address with the listing:  ocn party set --name --url");
            case Wish.SetNode _, Wish.DeleteNode _ -> Optional.empty();
            case Wish.SetParty _, Wish.DeleteParty _ -> Optional.empty();
        };
    }
}

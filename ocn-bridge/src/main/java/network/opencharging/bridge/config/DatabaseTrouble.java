package network.opencharging.bridge.config;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Why the database of the settings cannot be used, in a sentence that names the setting and what to
 * do: of a driver's stack nobody knows which line of bridge.yml it is about. Never a password.
 *
 * @param settings of the database
 * @param folder where the file database lies
 */
record DatabaseTrouble(DataSettings settings, Folder folder) {
    private static final String REACH = "08";
    private static final String NO_PASSWORD = "08004";
    private static final String CREDENTIALS = "28";
    private static final String NO_DATABASE = "3D000";
    private static final String NO_SCHEMA = "3F000";
    private static final String NO_RIGHT = "42501";
    private static final String STARTING = "57P03";
    private static final String FULL = "53300";
    private static final int H2_IN_USE = 90020;

    /** Only these two have been tried, and have a driver here. */
    void checkScheme() {
        String url = settings.url();
        if (!url.isBlank() && !url.startsWith("jdbc:postgresql:") && !url.startsWith("jdbc:h2:")) {
            throw new UnusableSetting(
                    "ocn.bridge.data.url (OCN_BRIDGE_DB_URL) must be"
                            + " jdbc:postgresql://host:5432/name, or empty for an H2 file in the"
                            + " data folder; it is "
                            + masked(url));
        }
    }

    /** What to throw when this came of the first attempt to use it. */
    UnusableSetting of(Exception failure) {
        Optional<SQLException> said = said(failure);
        return new UnusableSetting(
                "%s cannot be used: %s (%s)"
                        .formatted(
                                named(),
                                said.map(this::cure)
                                        .orElse("its tables cannot be brought to this version"),
                                words(said.<Exception>map(one -> one).orElse(failure))));
    }

    private String named() {
        return settings.url().isBlank()
                ? "The database file %s.mv.db (ocn.bridge.data.folder, OCN_BRIDGE_DATA)"
                        .formatted(folder.resolve("bridge"))
                : "The database %s (ocn.bridge.data.url, OCN_BRIDGE_DB_URL)"
                        .formatted(masked(settings.url()));
    }

    private String cure(SQLException said) {
        String state = Optional.ofNullable(said.getSQLState()).orElse("");
        if (said.getErrorCode() == H2_IN_USE) {
            return "another process has it open; one bridge works on one database at a time";
        }
        if (state.startsWith(CREDENTIALS) || state.equals(NO_PASSWORD)) {
            return ("it does not let %s in; look at ocn.bridge.data.username"
                            + " (OCN_BRIDGE_DB_USERNAME) and ocn.bridge.data.password"
                            + " (OCN_BRIDGE_DB_PASSWORD)")
                    .formatted(settings.username());
        }
        return switch (state) {
            case NO_DATABASE -> "there is none of that name; make it, or mend the URL";
            case NO_RIGHT, NO_SCHEMA ->
                    "%s must be allowed to make tables in it".formatted(settings.username());
            case STARTING, FULL -> "it takes no connection now; start again when it does";
            default ->
                    state.startsWith(REACH)
                            ? "nothing answers there; look at host and port, and whether it runs"
                            : "look at its URL, and at what the database says";
        };
    }

    /** The innermost word of a driver: the others tell only who passed it on. */
    private static Optional<SQLException> said(Throwable failure) {
        Optional<SQLException> found = Optional.empty();
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException exception) {
                found = Optional.of(exception);
            }
        }
        return found;
    }

    private String words(Exception failure) {
        String words = String.valueOf(failure.getMessage());
        for (Throwable at = failure.getCause(); at != null; at = at.getCause()) {
            words += at instanceof UnknownHostException ? "; no such host" : "";
        }
        return masked(words.strip().replaceAll("\\s+", " "));
    }

    private String masked(String text) {
        String shown =
                text.replaceAll("(?i)(password=)[^&;\\s\"]*", "$1***")
                        .replaceAll("//[^/@\\s]*@", "//***@");
        return settings.password().isEmpty() ? shown : shown.replace(settings.password(), "***");
    }
}

package network.opencharging.cpo.site;

/** Lengths of OCPI's texts. */
final class Text {
    private Text() {}

    static void check(String field, String text, int most) {
        if (text.isBlank() || text.length() > most) {
            throw new IllegalArgumentException(
                    "%s must have 1 to %d characters".formatted(field, most));
        }
    }
}

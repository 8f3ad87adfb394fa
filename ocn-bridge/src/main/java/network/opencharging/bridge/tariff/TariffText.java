package network.opencharging.bridge.tariff;

/**
 * A sentence about the tariff in one language (OCPI 2.2.1, class DisplayText).
 *
 * @param language ISO 639-1
 * @param text plain text, at most 512 characters
 */
public record TariffText(String language, String text) {

    /**
     * Checks the lengths.
     *
     * @throws IllegalArgumentException naming the part
     */
    public TariffText {
        if (language.length() != 2) {
            throw new IllegalArgumentException("language is two letters, ISO 639-1");
        }
        if (text.length() > 512) {
            throw new IllegalArgumentException("text is at most 512 characters long");
        }
    }
}

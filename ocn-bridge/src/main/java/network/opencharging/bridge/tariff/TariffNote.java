package network.opencharging.bridge.tariff;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What the operator says about a tariff beside its prices (OCPI 2.2.1 §11.3.1, tariff_alt_text and
 * tariff_alt_url).
 *
 * @param texts for people, one per language, without the prices
 * @param url a page that explains the tariff
 */
public record TariffNote(List<TariffText> texts, Optional<URI> url) {

    /** Nothing. */
    public static final TariffNote NONE = new TariffNote(List.of(), Optional.empty());

    /** Copies the texts. */
    public TariffNote {
        texts = List.copyOf(texts);
    }
}

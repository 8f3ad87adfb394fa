package network.opencharging.cpo.cdr;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the EVSE stands.
 *
 * @param street street and number, at most 45 characters
 * @param city at most 45 characters
 * @param postalCode at most 10 characters
 * @param country ISO 3166-1 alpha-3
 * @param latitude decimal degrees as text, five to seven decimals
 * @param longitude decimal degrees as text, five to seven decimals
 */
public record CdrAddress(
        String street,
        String city,
        Optional<String> postalCode,
        String country,
        String latitude,
        String longitude) {
    private static final Pattern LATITUDE = Pattern.compile("-?[0-9]{1,2}\\.[0-9]{5,7}");
    private static final Pattern LONGITUDE = Pattern.compile("-?[0-9]{1,3}\\.[0-9]{5,7}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{3}");

    /**
     * Checks the forms.
     *
     * @throws IllegalArgumentException naming the field
     */
    public CdrAddress {
        Text.check("cdr_location.address", street, 45);
        Text.check("cdr_location.city", city, 45);
        postalCode.ifPresent(code -> Text.check("cdr_location.postal_code", code, 10));
        if (!COUNTRY.matcher(country).matches()) {
            throw new IllegalArgumentException(
                    "cdr_location.country must be three letters, ISO 3166-1 alpha-3");
        }
        if (!LATITUDE.matcher(latitude).matches() || !LONGITUDE.matcher(longitude).matches()) {
            throw new IllegalArgumentException(
                    "cdr_location.coordinates must be degrees with 5 to 7 decimals");
        }
    }
}

package network.opencharging.cpo.site;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where it is (OCPI 2.2.1 §8.3.1).
 *
 * @param street street and number, at most 45 characters
 * @param city at most 45 characters
 * @param postalCode at most 10 characters
 * @param country ISO 3166-1 alpha-3
 * @param latitude decimal degrees, five to seven decimals
 * @param longitude decimal degrees, five to seven decimals
 */
public record Address(
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
    public Address {
        Text.check("street", street, 45);
        Text.check("city", city, 45);
        postalCode.ifPresent(code -> Text.check("postalCode", code, 10));
        if (!COUNTRY.matcher(country).matches()) {
            throw new IllegalArgumentException("country must be three letters, as DEU");
        }
        if (!LATITUDE.matcher(latitude).matches()) {
            throw new IllegalArgumentException("latitude must be degrees with 5 to 7 decimals");
        }
        if (!LONGITUDE.matcher(longitude).matches()) {
            throw new IllegalArgumentException("longitude must be degrees with 5 to 7 decimals");
        }
    }
}

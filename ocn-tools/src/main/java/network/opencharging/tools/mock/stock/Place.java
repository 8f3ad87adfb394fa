package network.opencharging.tools.mock.stock;

import java.util.List;

/**
 * Somewhere to charge.
 *
 * @param name what drivers call it
 * @param address street and number
 * @param postalCode as written on letters
 * @param city its city
 * @param latitude decimal degrees as OCPI writes them, five decimals
 * @param longitude decimal degrees as OCPI writes them, five decimals
 */
record Place(
        String name,
        String address,
        String postalCode,
        String city,
        String latitude,
        String longitude) {

    static final List<Place> PLACES =
            List.of(
                    new Place(
                            "Stadthafen", "Hafenkante 4", "28195", "Bremen", "53.08042", "8.79518"),
                    new Place(
                            "Messe Nord",
                            "Messedamm 22",
                            "14055",
                            "Berlin",
                            "52.50571",
                            "13.28004"),
                    new Place(
                            "Alte Weberei",
                            "Spinnereistrasse 7",
                            "04179",
                            "Leipzig",
                            "51.32765",
                            "12.31846"),
                    new Place(
                            "Seepark",
                            "Sundgauallee 31",
                            "79110",
                            "Freiburg",
                            "48.01074",
                            "7.81795"),
                    new Place(
                            "Markthalle",
                            "Dorotheenstrasse 4",
                            "70173",
                            "Stuttgart",
                            "48.77681",
                            "9.18027"),
                    new Place(
                            "Rastplatz Lechwiesen",
                            "An der A 96",
                            "86916",
                            "Kaufering",
                            "48.08713",
                            "10.85022"),
                    new Place(
                            "Kulturbahnhof",
                            "Rainer-Dierichs-Platz 1",
                            "34117",
                            "Kassel",
                            "51.31828",
                            "9.48981"),
                    new Place(
                            "Speicherstadt",
                            "Am Sandtorkai 30",
                            "20457",
                            "Hamburg",
                            "53.54371",
                            "9.98836"),
                    new Place(
                            "Rheinauhafen",
                            "Agrippinawerft 22",
                            "50678",
                            "Koeln",
                            "50.92311",
                            "6.96548"),
                    new Place(
                            "Petrisberg",
                            "Robert-Schuman-Allee 11",
                            "54296",
                            "Trier",
                            "49.75152",
                            "6.66713"),
                    new Place(
                            "Neckarwiese",
                            "Uferstrasse 20",
                            "69120",
                            "Heidelberg",
                            "49.41583",
                            "8.68542"),
                    new Place(
                            "Altmarkt",
                            "Wilsdruffer Strasse 2",
                            "01067",
                            "Dresden",
                            "51.04975",
                            "13.73871"));
}

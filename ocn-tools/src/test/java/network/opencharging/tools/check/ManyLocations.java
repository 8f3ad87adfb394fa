package network.opencharging.tools.check;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.StringJoiner;

/**
 * A list of locations of any length, all right by OCPI 2.2.1 and all different: the file of the
 * measurement of {@code check} in docs/benchmarks.md, and the stream of its test.
 */
final class ManyLocations extends InputStream {
    private static final long SEED = 20261128;

    private final Random random = new Random(SEED);
    private final long least;
    private byte[] piece = "[".getBytes(StandardCharsets.UTF_8);
    private int at;
    private long given;
    private int locations;
    private boolean ended;

    /** At least so many bytes: the list ends with the first location behind them. */
    ManyLocations(long least) {
        this.least = least;
    }

    /** Writes a file: {@code ManyLocations BYTES FILE}. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1]);
        try (ManyLocations in = new ManyLocations(Long.parseLong(arguments[0]));
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            in.transferTo(out);
            System.out.printf("%d locations, %d bytes%n", in.locations, in.given);
        }
    }

    /** How many there were so far. */
    int locations() {
        return locations;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (at == piece.length && !next()) {
            return -1;
        }
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, into, offset, count);
        at += count;
        given += count;
        return count;
    }

    private boolean next() {
        if (ended) {
            return false;
        }
        ended = given > least;
        String text = ended ? "]\n" : (locations == 0 ? "" : ",\n") + location(++locations);
        piece = text.getBytes(StandardCharsets.UTF_8);
        at = 0;
        return true;
    }

    private String location(int number) {
        StringJoiner evses = new StringJoiner(",");
        int count = 1 + random.nextInt(4);
        for (int i = 1; i <= count; i++) {
            evses.add(evse(number, i));
        }
        return """
        {"country_code":"DE","party_id":"ALC","id":"LOC%d","publish":true,"name":"Ladepark Nr. %d",\
        "address":"Straße der Räder %d","city":"Köln","postal_code":"%05d","country":"DEU",\
        "coordinates":{"latitude":"5%d.%05d","longitude":"%d.%05d"},"parking_type":"PARKING_LOT",\
        "evses":[%s],"operator":{"name":"Alice Charging","website":"https://alice.example"},\
        "facilities":["CAFE","SUPERMARKET"],"time_zone":"Europe/Berlin",\
        "opening_times":{"twentyfourseven":true},"charging_when_closed":true,\
        "energy_mix":{"is_green_energy":true},"last_updated":"2026-%02d-%02dT%02d:%02d:%02dZ"}\
        """
                .formatted(
                        number,
                        number,
                        random.nextInt(1, 300),
                        random.nextInt(100_000),
                        random.nextInt(10),
                        random.nextInt(100_000),
                        random.nextInt(6, 15),
                        random.nextInt(100_000),
                        evses,
                        random.nextInt(1, 11),
                        random.nextInt(1, 29),
                        random.nextInt(24),
                        random.nextInt(60),
                        random.nextInt(60));
    }

    private String evse(int location, int number) {
        return """
        {"uid":"LOC%d-%d","evse_id":"DE*ALC*E%d*%d","status":"%s",\
        "capabilities":["REMOTE_START_STOP_CAPABLE","RFID_READER"],\
        "connectors":[{"id":"1","standard":"IEC_62196_T2","format":"SOCKET","power_type":"AC_3_PHASE",\
        "max_voltage":230,"max_amperage":32,"max_electric_power":22080,"tariff_ids":["T-%d"],\
        "last_updated":"2026-10-%02dT%02d:00:00Z"}],"physical_reference":"%d",\
        "last_updated":"2026-10-%02dT%02d:%02d:00Z"}\
        """
                .formatted(
                        location,
                        number,
                        location,
                        number,
                        random.nextBoolean() ? "AVAILABLE" : "CHARGING",
                        random.nextInt(20),
                        random.nextInt(1, 29),
                        random.nextInt(24),
                        number,
                        random.nextInt(1, 29),
                        random.nextInt(24),
                        random.nextInt(60));
    }
}

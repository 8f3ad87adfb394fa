package network.opencharging.benchmarks;

import network.opencharging.benchmarks.stations.Fleet;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;

/** Writes stations and cards into a backend's database, as an operator's import would. */
final class Roster {
    private static final String STATIONS =
            """
            insert into cpo_station (id, admission, security_profile, password, seen_at)
            values (?, 'ACCEPTED', 1, ?, current_timestamp)
            """;
    private static final String CARDS =
            "insert into cpo_token (token, written, verdict) values (upper(?), ?, 'ACCEPTED')";

    /** Of two years ago; the numbers of this one begin at 1. */
    private static final String PAST =
            """
            insert into cpo_transaction (number, station, evse, connector, name, twin, token,
                started_at, register_start, verdict, ended_at, register_end, reason)
            select -g, 'ST' || lpad(cast(g % ? as varchar), 5, '0'), 1, 1, 'past-' || g,
                'past-' || g, 'TAG' || g, now() - interval '730 days', 0, 'ACCEPTED',
                now() - interval '729 days', 10000, 'Local'
            from generate_series(1, ?) g
            """;

    private static final String PAST_NEWS =
            """
            insert into cpo_transaction_news (station, name, seq, at)
            select station, name, seq, started_at
            from cpo_transaction, generate_series(0, 1) seq
            """;
    private static final String PAST_STATES =
            """
            insert into cpo_connector (station, evse, connector, state, error, note, at)
            select id, 1, 1, 'AVAILABLE', 'NoError', '', now() - interval '729 days'
            from cpo_station
            """;
    private static final int PAST_EACH = 10;
    private static final String KIND = "HmacSHA256";
    private static final int SALT = 16;

    private Roster() {}

    /**
     * So many of both.
     *
     * @param password of all of them; each has a seal of its own
     * @param key with which the backend seals passwords, in hexadecimal digits
     */
    static void write(DataSource source, int many, String password, String key)
            throws SQLException {
        Seal seal = new Seal(HexFormat.of().parseHex(key), new SecureRandom());
        try (Connection connection = source.getConnection();
                PreparedStatement stations = connection.prepareStatement(STATIONS);
                PreparedStatement cards = connection.prepareStatement(CARDS)) {
            connection.setAutoCommit(false);
            for (int i = 0; i < many; i++) {
                stations.setString(1, Fleet.name(i));
                stations.setString(2, seal.of(password));
                stations.addBatch();
                cards.setString(1, Fleet.tag(i));
                cards.setString(2, Fleet.tag(i));
                cards.addBatch();
            }
            stations.executeBatch();
            cards.executeBatch();
            connection.commit();
        }
        past(source, many);
    }

    /**
     * A backend that has served them before: ten transactions each, and a server that knows how
     * large its tables are. With empty ones it would plan to read them whole, and keep to that.
     */
    private static void past(DataSource source, int many) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement transactions = connection.prepareStatement(PAST);
                Statement statement = connection.createStatement()) {
            transactions.setInt(1, many);
            transactions.setInt(2, many * PAST_EACH);
            transactions.executeUpdate();
            statement.executeUpdate(PAST_NEWS);
            statement.executeUpdate(PAST_STATES);
            statement.execute("analyze");
        }
    }

    /** As the backend seals passwords: were it otherwise, no station would come in. */
    private static final class Seal {
        private final byte[] key;
        private final SecureRandom random;

        Seal(byte[] key, SecureRandom random) {
            this.key = key.clone();
            this.random = random;
        }

        String of(String password) {
            byte[] salt = new byte[SALT];
            random.nextBytes(salt);
            try {
                Mac mac = Mac.getInstance(KIND);
                mac.init(new SecretKeySpec(key, KIND));
                mac.update(salt);
                byte[] sum = mac.doFinal(password.getBytes(StandardCharsets.US_ASCII));
                return HexFormat.of().formatHex(salt) + ":" + HexFormat.of().formatHex(sum);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK has " + KIND, e);
            }
        }
    }
}

package network.opencharging.tools.mock.charging;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.mock.shelf.Catalogue;
import network.opencharging.tools.mock.shelf.Patch;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The stations of a mock CPO. Every change of a session comes back as the message that tells an
 * eMSP of it: the whole Session first, then patches, then the CDR.
 */
public final class Stations {
    private static final BigDecimal WATT_MILLIS_OF_A_KWH = new BigDecimal("3600000000");

    private final PartyId owner;
    private final Stock stock;
    private final Clock clock;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Reservations reservations = new Reservations();

    /**
     * What the stations belong to and write into.
     *
     * @param locations the Locations; the status of EVSEs changes in them
     * @param tariffs the Tariffs
     * @param sessions the Sessions
     * @param cdrs the CDRs
     */
    public record Stock(
            Catalogue locations, Catalogue tariffs, Catalogue sessions, Catalogue cdrs) {}

    /** Stations at which nobody charges. */
    public Stations(PartyId owner, Stock stock, Clock clock) {
        this.owner = owner;
        this.stock = stock;
        this.clock = clock;
    }

    /** The place that a wish names, or empty when it does not exist. */
    public Optional<Plug> find(StartWish wish) {
        return stock.locations()
                .find(wish.locationId())
                .flatMap(location -> Plug.in(location, wish.evseUid()));
    }

    /**
     * Begins a session.
     *
     * @return the Session, or empty when the EVSE is not free
     */
    public synchronized Optional<ObjectNode> start(StartWish wish) {
        Optional<Plug> plug = find(wish).filter(found -> isFreeFor(wish, found));
        if (plug.isEmpty()) {
            return Optional.empty();
        }
        reservations.used(plug.get().evseUid());
        ObjectNode session = begun(wish, plug.get(), now());
        stock.sessions().put(session);
        status(session, "CHARGING");
        return Optional.of(session);
    }

    private boolean isFreeFor(StartWish wish, Plug plug) {
        return plug.isAvailable() || reservations.isFor(plug.evseUid(), wish.tokenUid());
    }

    private ObjectNode begun(StartWish wish, Plug plug, String now) {
        ObjectNode session = JsonText.object();
        session.put("country_code", owner.countryCode()).put("party_id", owner.partyId());
        session.put("id", "SESSION" + numbers.incrementAndGet()).put("start_date_time", now);
        session.put("kwh", BigDecimal.ZERO);
        session.set("cdr_token", wish.cdrToken());
        session.put("auth_method", wish.authMethod());
        wish.authorizationReference()
                .ifPresent(reference -> session.put("authorization_reference", reference));
        session.put("location_id", wish.locationId()).put("evse_uid", plug.evseUid());
        session.put("connector_id", plug.connectorId());
        session.put("currency", "EUR").put("status", "ACTIVE").put("last_updated", now);
        return session;
    }

    /**
     * Keeps an EVSE free for the bearer of the wish's token; a reservation of the same id is
     * replaced.
     *
     * @return false when the EVSE is not free
     */
    public synchronized boolean reserve(String reservationId, StartWish wish) {
        cancel(reservationId);
        Optional<Plug> plug = find(wish).filter(Plug::isAvailable);
        plug.ifPresent(found -> {
            String uid = found.evseUid();
            reservations.put(
                    reservationId,
                    new Reservations.Reservation(wish.locationId(), uid, wish.tokenUid()));
            status(wish.locationId(), uid, "RESERVED");
        });
        return plug.isPresent();
    }

    /**
     * Gives a reserved EVSE free.
     *
     * @return false when there is no such reservation
     */
    public synchronized boolean cancel(String reservationId) {
        Optional<Reservations.Reservation> gone = reservations.remove(reservationId);
        gone.ifPresent(reservation ->
                status(reservation.locationId(), reservation.evseUid(), "AVAILABLE"));
        return gone.isPresent();
    }

    /**
     * Delivers energy.
     *
     * @param kwh how much since the last time
     * @return the patch that tells of it, or empty when no such session is running
     */
    public synchronized Optional<ObjectNode> charge(String sessionId, BigDecimal kwh) {
        Optional<ObjectNode> session = running(sessionId);
        if (session.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal total = session.get().path("kwh").decimalValue().add(kwh);
        ObjectNode patch = JsonText.object();
        patch.put("kwh", total);
        ObjectNode period = patch.putArray("charging_periods").addObject();
        period.put("start_date_time", session.get().path("last_updated").asString());
        period.putArray("dimensions").addObject().put("type", "ENERGY").put("volume", kwh);
        period.put("tariff_id", tariff(session.get()).path("id").asString());
        patch.set("total_cost", Bill.of(tariff(session.get()), total).total());
        patch.put("last_updated", now());
        apply(sessionId, patch);
        return Optional.of(patch);
    }

    /**
     * Ends a session.
     *
     * @return the patch that tells of it, or empty when no such session is running
     */
    public synchronized Optional<ObjectNode> stop(String sessionId) {
        Optional<ObjectNode> session = running(sessionId);
        if (session.isEmpty()) {
            return Optional.empty();
        }
        String now = now();
        ObjectNode patch = JsonText.object();
        patch.put("status", "COMPLETED").put("end_date_time", now).put("last_updated", now);
        apply(sessionId, patch);
        status(session.get(), "AVAILABLE");
        return Optional.of(patch);
    }

    /** Writes the CDR of a session that has ended; the same one when asked again. */
    public synchronized Optional<ObjectNode> bill(String sessionId) {
        Optional<ObjectNode> written = stock.cdrs().find("CDR-" + sessionId);
        if (written.isPresent()) {
            return written;
        }
        return stock.sessions()
                .find(sessionId)
                .filter(session -> session.path("status").asString().equals("COMPLETED"))
                .map(session -> new CdrWriter(tariff(session), plug(session)).write(session, now()))
                .map(cdr -> {
                    stock.cdrs().put(cdr);
                    return cdr;
                });
    }

    /** The session of that id while it runs. */
    public Optional<ObjectNode> running(String sessionId) {
        return stock.sessions()
                .find(sessionId)
                .filter(session -> session.path("status").asString().equals("ACTIVE"));
    }

    /** The ids of all sessions that run. */
    public List<String> running() {
        return stock.sessions().all().stream()
                .filter(session -> session.path("status").asString().equals("ACTIVE"))
                .map(session -> session.path("id").asString())
                .toList();
    }

    /** What flows in so long at the full power of the session's connector. */
    public BigDecimal energy(String sessionId, Duration time) {
        int watts =
                running(sessionId)
                        .map(this::plug)
                        .map(plug -> plug.connector().path("max_electric_power").asInt(11_000))
                        .orElse(0);
        return BigDecimal.valueOf(watts)
                .multiply(BigDecimal.valueOf(time.toMillis()))
                .divide(WATT_MILLIS_OF_A_KWH, 4, RoundingMode.HALF_UP);
    }

    /**
     * Sets the status of an EVSE.
     *
     * @return false when there is none of that uid
     */
    public synchronized boolean setStatus(String locationId, String evseUid, String status) {
        boolean known =
                stock.locations()
                        .find(locationId)
                        .flatMap(location -> Plug.in(location, Optional.of(evseUid)))
                        .isPresent();
        if (known) {
            status(locationId, evseUid, status);
        }
        return known;
    }

    private void apply(String sessionId, ObjectNode patch) {
        stock.sessions().change(sessionId, session -> Patch.apply(session, patch));
    }

    private void status(JsonNode session, String status) {
        status(session.path("location_id").asString(), session.path("evse_uid").asString(), status);
    }

    private void status(String locationId, String evseUid, String status) {
        String now = now();
        stock.locations()
                .change(locationId, location -> Plug.setStatus(location, evseUid, status, now));
    }

    private Plug plug(JsonNode session) {
        return stock.locations()
                .find(session.path("location_id").asString())
                .flatMap(location ->
                        Plug.in(location, Optional.of(session.path("evse_uid").asString())))
                .orElseThrow();
    }

    private JsonNode tariff(JsonNode session) {
        return stock.tariffs().find(plug(session).tariffId()).orElseThrow();
    }

    private String now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}

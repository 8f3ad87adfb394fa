package network.opencharging.cpo.admin;

import network.opencharging.bridge.tariff.Explanation;
import network.opencharging.bridge.tariff.ImaginedCharge;
import network.opencharging.bridge.tariff.Rated;
import network.opencharging.bridge.tariff.Rating;
import network.opencharging.bridge.unit.Money;
import network.opencharging.bridge.unit.WattHours;
import network.opencharging.bridge.unit.Watts;
import network.opencharging.cpo.site.TariffSheet;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What a charge would cost by a tariff, whether it is in force or only written. */
@RestController
public class PreviewDesk {
    private static final int BAD_REQUEST = 400;
    private static final int LONGEST_HOURS = 24 * 30;
    private final Clock clock;

    public PreviewDesk(Clock clock) {
        this.clock = clock;
    }

    /** Imagines one and rates it as a real one. */
    @PostMapping("/admin/preview")
    PreviewView preview(@RequestBody PreviewWish wish) {
        if (wish.tariff() == null) {
            throw new Wrong(BAD_REQUEST, "tariff is wanted: the text of the Tariff object");
        }
        try {
            TariffSheet sheet = TariffSheet.read(wish.tariff());
            ZoneId zone = ZoneId.of(wish.zone() == null ? "UTC" : wish.zone());
            return PreviewView.of(
                    Rating.of(sheet.tariff(), zone).rate(wish.charge(clock).history()));
        } catch (DateTimeException e) {
            throw new Wrong(BAD_REQUEST, "zone must be one of the tz database, as Europe/Berlin");
        } catch (IllegalArgumentException e) {
            throw new Wrong(BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    /**
     * What is imagined.
     *
     * @param tariff the text of the Tariff object of OCPI 2.2.1: numbers stay as they are written
     * @param zone of the location; left out: UTC
     * @param start left out: now
     * @param wattHours how much the car takes
     * @param watts at which power
     * @param reservedMinutes before it; left out: none
     * @param parkedMinutes after it; left out: none
     */
    record PreviewWish(
            @Nullable String tariff,
            @Nullable String zone,
            @Nullable Instant start,
            @Nullable Long wattHours,
            @Nullable Long watts,
            @Nullable Long reservedMinutes,
            @Nullable Long parkedMinutes) {
        ImaginedCharge charge(Clock clock) {
            return new ImaginedCharge(
                    start == null ? clock.instant() : start,
                    minutes("reservedMinutes", reservedMinutes),
                    new WattHours(number("wattHours", wattHours)),
                    new Watts(number("watts", watts)),
                    minutes("parkedMinutes", parkedMinutes));
        }

        private static long number(String name, @Nullable Long number) {
            if (number == null || number < 1 || number > 100_000_000) {
                throw new IllegalArgumentException(name + " must be 1 to 100000000");
            }
            return number;
        }

        private static Duration minutes(String name, @Nullable Long minutes) {
            long given = minutes == null ? 0 : minutes;
            if (given < 0 || given > 60L * LONGEST_HOURS) {
                throw new IllegalArgumentException(name + " must be 0 to " + 60 * LONGEST_HOURS);
            }
            return Duration.ofMinutes(given);
        }
    }

    /**
     * What it would cost.
     *
     * @param lines why, in sentences
     */
    record PreviewView(
            String currency,
            BigDecimal totalExclVat,
            Optional<BigDecimal> totalInclVat,
            List<String> lines) {
        static PreviewView of(Rated rated) {
            Money total = rated.total();
            return new PreviewView(
                    total.currency().getCurrencyCode(),
                    total.exclVat(),
                    total.inclVat(),
                    Explanation.of(rated));
        }
    }
}

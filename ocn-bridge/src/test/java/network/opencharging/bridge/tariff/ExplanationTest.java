package network.opencharging.bridge.tariff;

import static network.opencharging.bridge.tariff.Tariffs.always;
import static network.opencharging.bridge.tariff.Tariffs.eur;
import static network.opencharging.bridge.tariff.Tariffs.fee;
import static network.opencharging.bridge.tariff.Tariffs.parking;
import static network.opencharging.bridge.tariff.Tariffs.perKwh;
import static network.opencharging.bridge.tariff.Tariffs.tariff;
import static network.opencharging.bridge.tariff.Tariffs.when;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.LocalTime;
import java.util.Optional;

/** A person can follow how the price came about. */
class ExplanationTest {

    @Test
    void everyLineSaysWhatAtWhichPriceAndWhy() {
        Hours night = new Hours(LocalTime.of(22, 0), LocalTime.of(6, 0));
        Tariff tariff =
                tariff(
                        new PriceLimits(Optional.empty(), Optional.of(eur("3.00", "3.60"))),
                        when(Restrictions.NONE.within(night), perKwh("0.20", "20", 1)),
                        always(
                                fee("0.50", "20"),
                                perKwh("0.40", "20", 1),
                                parking("6.00", "20", 900)));

        Rated rated = Story.at("2026-06-15T21:30").charges(60, "6").parks(20).by(tariff);

        assertThat(Explanation.of(rated))
                .containsExactly(
                        "2026-06-15 21:30:00 to 2026-06-15 22:00:00 (30 min) charged 3.000 kWh:",
                        "  fee 0.50 EUR = 0.5000 EUR (0.6000 with VAT), VAT 20 % (element 2:"
                                + " always)",
                        "  energy 3.000 kWh at 0.40 EUR/kWh = 1.2000 EUR (1.4400 with VAT), VAT 20"
                                + " % (element 2: always)",
                        "2026-06-15 22:00:00 to 2026-06-15 22:30:00 (30 min) charged 3.000 kWh:",
                        "  energy 3.000 kWh at 0.20 EUR/kWh = 0.6000 EUR (0.7200 with VAT), VAT 20"
                                + " % (element 1: 22:00 to 06:00)",
                        "2026-06-15 22:30:00 to 2026-06-15 22:50:00 (20 min) parked:",
                        "  parking 20 min (billed in steps of 15 min: 30 min) at 6.00 EUR/h ="
                                + " 3.0000 EUR (3.6000 with VAT), VAT 20 % (element 2: always)",
                        "sum 5.3000 EUR (6.3600 with VAT)",
                        "a session costs at most 3.0000 EUR (3.6000 with VAT)",
                        "total 3.0000 EUR (3.6000 with VAT)");
    }
}

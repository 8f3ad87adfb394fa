package network.opencharging.cpo.cdr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import network.opencharging.bridge.tariff.ChargingHistory;
import network.opencharging.bridge.tariff.CostField;
import network.opencharging.bridge.tariff.Dimension;
import network.opencharging.bridge.tariff.Period.Charging;
import network.opencharging.bridge.tariff.Period.Parked;
import network.opencharging.bridge.tariff.Period.Reserved;
import network.opencharging.bridge.tariff.PriceComponent;
import network.opencharging.bridge.tariff.PriceLimits;
import network.opencharging.bridge.tariff.PriceList;
import network.opencharging.bridge.tariff.Rating;
import network.opencharging.bridge.tariff.ReservationEnd;
import network.opencharging.bridge.tariff.Restrictions;
import network.opencharging.bridge.tariff.Tariff;
import network.opencharging.bridge.tariff.TariffElement;
import network.opencharging.bridge.tariff.TariffKey;
import network.opencharging.bridge.tariff.TariffNote;
import network.opencharging.bridge.tariff.Validity;
import network.opencharging.bridge.unit.Money;
import network.opencharging.bridge.unit.WattHours;
import network.opencharging.cpo.account.AuthMethod;
import network.opencharging.cpo.account.TokenType;
import network.opencharging.protocol.party.PartyId;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** A CDR's figures agree with one another, and a wrong CDR is taken back by a credit CDR. */
class CdrTest {
    private static final PartyId OPERATOR = new PartyId("AT", "WRN");
    private static final Instant TEN = Instant.parse("2026-06-15T10:00:00Z");
    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void theBillHasThePeriodsTheVolumesAndTheSums() {
        CdrBill bill =
                bill(
                        new Reserved(TEN.plusSeconds(900), ReservationEnd.USED),
                        Charging.of(TEN.plusSeconds(4_500), new WattHours(7_321)),
                        new Parked(TEN.plusSeconds(5_400)));

        assertThat(bill.volumes())
                .isEqualTo(
                        new CdrVolumes(
                                TEN,
                                TEN.plusSeconds(5_400),
                                new WattHours(7_321),
                                new BigDecimal("1.2500"),
                                new BigDecimal("0.2500")));
        assertThat(bill.periods()).hasSize(3);
        assertThat(bill.periods().get(1).dimensions())
                .containsExactly(
                        new CdrDimension(CdrDimension.Type.ENERGY, new BigDecimal("7.321")),
                        new CdrDimension(CdrDimension.Type.TIME, new BigDecimal("1.0000")));
        // 7.321 x 0.40 = 2.9284; x 1.2 = 3.51408 -> 3.5141
        assertThat(bill.cost(CostField.ENERGY)).contains(eur("2.9284", "3.5141"));
        assertThat(bill.cost(CostField.TIME)).isEmpty();
        assertThat(bill.total()).isEqualTo(eur("2.9284", "3.5141"));
    }

    @Test
    void volumesOfThePeriodsAddUpToTheTotalHours() {
        // 3 x 1 s = 0.00028 h each: 0.0003 + 0.0003 + 0.0002, because 3 s are 0.0008 h
        CdrBill bill =
                bill(
                        Charging.of(TEN.plusSeconds(1), new WattHours(1)),
                        Charging.of(TEN.plusSeconds(2), new WattHours(1)),
                        Charging.of(TEN.plusSeconds(3), new WattHours(1)));
        BigDecimal sum =
                bill.periods().stream()
                        .flatMap(period -> period.dimensions().stream())
                        .filter(dimension -> dimension.type() == CdrDimension.Type.TIME)
                        .map(CdrDimension::volume)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualTo("0.0008").isEqualTo(bill.volumes().hours());
    }

    @Test
    void aCreditCdrIsTheSameWithTheTotalNegatedAndNothingElse() {
        Cdr cdr = cdr("CDR-1");
        Cdr credit = cdr.credited(TEN.plusSeconds(86_400));

        assertThat(credit.isCredit()).isTrue();
        assertThat(credit.creditOf()).contains("CDR-1");
        assertThat(credit.key().id()).isEqualTo("CDR-1-C");
        assertThat(credit.bill().total()).isEqualTo(cdr.bill().total().negated());
        assertThat(credit.bill().total().plus(cdr.bill().total()))
                .isEqualTo(eur("0.0000", "0.0000"));
        assertThat(credit.bill().costs()).isEqualTo(cdr.bill().costs());
        assertThat(credit.bill().periods()).isEqualTo(cdr.bill().periods());
        assertThat(credit.bill().volumes()).isEqualTo(cdr.bill().volumes());
        assertThat(credit.session()).isEqualTo(cdr.session());
    }

    @Test
    void aCreditIsNotCredited() {
        Cdr credit = cdr("CDR-1").credited(TEN);
        assertThatThrownBy(() -> credit.credited(TEN)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anOrdinaryIdHas36CharactersAndItsCreditFitsInto39() {
        assertThat(cdr("x".repeat(36)).credited(TEN).key().id()).hasSize(38);
        assertThatThrownBy(() -> cdr("x".repeat(37))).hasMessageContaining("1 to 36");
    }

    private static Cdr cdr(String id) {
        CdrAddress address =
                new CdrAddress(
                        "Ring 1", "Wien", Optional.of("1010"), "AUT", "48.20849", "16.37208");
        CdrConnector connector =
                new CdrConnector("U1", "AT*WRN*E0001", "1", "IEC_62196_T2", "SOCKET", "AC_3_PHASE");
        return new Cdr(
                new CdrKey(OPERATOR, id),
                new CdrSession(
                        Optional.of("S1"),
                        new CdrToken(
                                new PartyId("DE", "EMS"), "04AABB", TokenType.RFID, "DE-EMS-C1"),
                        AuthMethod.WHITELIST,
                        Optional.empty(),
                        new CdrLocation("L1", Optional.empty(), address, connector),
                        Optional.empty()),
                bill(Charging.of(TEN.plusSeconds(3_600), new WattHours(7_321))),
                Optional.empty(),
                Optional.empty(),
                TEN.plusSeconds(3_700));
    }

    private static CdrBill bill(network.opencharging.bridge.tariff.Period... periods) {
        PriceComponent energy =
                new PriceComponent(
                        Dimension.ENERGY,
                        new BigDecimal("0.40"),
                        Optional.of(BigDecimal.valueOf(20)),
                        1);
        Tariff tariff =
                new Tariff(
                        new TariffKey(OPERATOR, "T1"),
                        Optional.empty(),
                        TariffNote.NONE,
                        new PriceList(
                                EUR,
                                PriceLimits.NONE,
                                List.of(new TariffElement(List.of(energy), Restrictions.NONE))),
                        Validity.ALWAYS,
                        Instant.EPOCH);
        return CdrWriter.bill(
                Rating.of(tariff, ZoneOffset.UTC).rate(new ChargingHistory(TEN, List.of(periods))));
    }

    private static Money eur(String net, String gross) {
        return Money.of(EUR, new BigDecimal(net), new BigDecimal(gross));
    }
}

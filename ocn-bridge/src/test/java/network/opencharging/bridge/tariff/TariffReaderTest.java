package network.opencharging.bridge.tariff;

import static network.opencharging.bridge.tariff.TariffJson.ENERGY;
import static network.opencharging.bridge.tariff.TariffJson.assertRefused;
import static network.opencharging.bridge.tariff.TariffJson.element;
import static network.opencharging.bridge.tariff.TariffJson.elements;
import static network.opencharging.bridge.tariff.TariffJson.paths;
import static network.opencharging.bridge.tariff.TariffJson.read;
import static network.opencharging.bridge.tariff.TariffJson.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import network.opencharging.bridge.tariff.TariffVerdict.Accepted;

import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is let in at the entrance, and what is refused with which rule. */
class TariffReaderTest {
    @Test
    void aFullTariffIsReadWithEveryField() {
        TariffVerdict verdict =
                read(
                        """
                        {'country_code':'at','party_id':'wrn','id':'NIGHT-1','currency':'EUR','type':'REGULAR',
                         'tariff_alt_text':[{'language':'en','text':'Cheap at night'}],
                         'tariff_alt_url':'https://cpo.example/tariffs/NIGHT-1',
                         'min_price':{'excl_vat':0.5,'incl_vat':0.6},'max_price':{'excl_vat':40,'incl_vat':48},
                         'start_date_time':'2026-01-01T00:00:00Z','end_date_time':'2027-01-01T00:00:00',
                         'elements':[
                          {'price_components':[{'type':'ENERGY','price':0.25,'vat':20,'step_size':1}],
                           'restrictions':{'start_time':'22:00','end_time':'06:00','day_of_week':['MONDAY','TUESDAY'],
                            'min_kwh':1.5,'max_power':22,'min_duration':60,'start_date':'2026-06-01'}},
                          {'price_components':[{'type':'FLAT','price':1,'vat':20,'step_size':1},
                                               {'type':'ENERGY','price':0.4,'vat':20,'step_size':1}]},
                          {'price_components':[{'type':'TIME','price':2,'step_size':60}],
                           'restrictions':{'reservation':'RESERVATION'}}],
                         'last_updated':'2026-05-01T10:00:00Z'}\
                        """);

        assertThat(verdict).isInstanceOf(Accepted.class);
        Tariff tariff = ((Accepted) verdict).tariff();
        assertThat(tariff.key().owner().toString()).isEqualTo("AT/WRN");
        assertThat(tariff.type()).contains(TariffType.REGULAR);
        assertThat(tariff.validity().includes(Instant.parse("2026-12-31T23:59:59Z"))).isTrue();
        assertThat(tariff.validity().includes(Instant.parse("2027-01-01T00:00:00Z"))).isFalse();
        Restrictions night = tariff.prices().elements().getFirst().restrictions();
        assertThat(night.calendar().hours())
                .isEqualTo(new Hours(LocalTime.of(22, 0), LocalTime.of(6, 0)));
        assertThat(night.calendar().days()).isEqualTo(Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY));
        assertThat(night.energy()).isEqualTo(Bounds.atLeast(1_500));
        assertThat(night.power()).isEqualTo(Bounds.lessThan(22_000));
        assertThat(night.duration()).isEqualTo(Bounds.atLeast(60));
    }

    @Test
    void everyFaultIsToldAtOnceWithItsPlace() {
        TariffVerdict verdict =
                read(
                        """
                        {'country_code':'AT','id':'X','currency':'EURO','elements':[
                          {'price_components':[{'type':'ENERGI','price':'0.25','step_size':1}],
                           'restrictions':{'start_time':'7:00'}}]}\
                        """);
        assertThat(paths(verdict))
                .containsExactlyInAnyOrder(
                        "$.party_id",
                        "$.currency",
                        "$.elements[0].price_components[0].type",
                        "$.elements[0].price_components[0].price",
                        "$.elements[0].restrictions.start_time",
                        "$.last_updated");
    }

    @Test
    void aTariffWithoutElementsIsRefused() {
        assertRefused(elements(""), "$.elements", "a tariff needs an element");
    }

    @Test
    void aNegativePriceIsRefused() {
        assertRefused(
                elements("{'price_components':[{'type':'ENERGY','price':-1,'step_size':1}]}"),
                "$.elements[0].price_components[0].price",
                "must not be negative");
    }

    @Test
    void aStepOfZeroIsRefused() {
        assertRefused(
                elements("{'price_components':[{'type':'TIME','price':1,'step_size':0}]}"),
                "$.elements[0].price_components[0].price",
                "step_size must be at least 1");
    }

    @Test
    void aFeeHasNoSteps() {
        assertRefused(
                elements("{'price_components':[{'type':'FLAT','price':1,'step_size':60}]}"),
                "$.elements[0].price_components[0].price",
                "FLAT fee has no unit");
    }

    @Test
    void aVatAboveAHundredPercentIsRefused() {
        assertRefused(
                elements(
                        "{'price_components':[{'type':'TIME','price':1,'vat':120,'step_size':1}]}"),
                "$.elements[0].price_components[0].price",
                "percentage from 0 to 100");
    }

    @Test
    void aDimensionTwiceInOneElementIsRefused() {
        assertRefused(
                elements("{'price_components':[" + ENERGY + "," + ENERGY + "]}"),
                "$.elements[0].price_components",
                "prices ENERGY once");
    }

    @Test
    void aMisspeltRestrictionIsRefusedBecauseItWouldChangeThePriceUnseen() {
        assertRefused(
                elements(element("'max_kw':10")),
                "$.elements[0].restrictions.max_kw",
                "is not a field of OCPI 2.2.1");
    }

    @Test
    void doublesAreAProgrammersError() {
        assertThatThrownBy(() ->
                        TariffReader.read(
                                Map.of(
                                        "elements",
                                        List.of(
                                                Map.of(
                                                        "price_components",
                                                        List.of(Map.of("price", 0.1)))))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

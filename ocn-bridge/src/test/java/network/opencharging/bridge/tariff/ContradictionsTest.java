package network.opencharging.bridge.tariff;

import static network.opencharging.bridge.tariff.TariffJson.assertRefused;
import static network.opencharging.bridge.tariff.TariffJson.element;
import static network.opencharging.bridge.tariff.TariffJson.elements;
import static network.opencharging.bridge.tariff.TariffJson.read;
import static network.opencharging.bridge.tariff.TariffJson.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.bridge.tariff.TariffVerdict.Accepted;

import org.junit.jupiter.api.Test;

import java.util.List;

/** A tariff that contradicts itself is refused at the entrance, with the rule. */
class ContradictionsTest {

    @Test
    void anElementBehindAFallbackIsNeverUsed() {
        assertRefused(
                elements(element("") + "," + element("'start_time':'22:00'")),
                "$.elements[1].price_components[0]",
                "never used: elements[0] prices ENERGY");
    }

    @Test
    void anElementInsideTheHoursOfAnEarlierOneIsNeverUsed() {
        assertRefused(
                elements(
                        element("'start_time':'20:00','end_time':'08:00'")
                                + ","
                                + element("'start_time':'22:00','end_time':'06:00'")
                                + ","
                                + element("")),
                "$.elements[1].price_components[0]",
                "put the more special element first");
    }

    @Test
    void theMoreSpecialElementFirstIsFine() {
        assertThat(
                        read(
                                elements(
                                        element("'start_time':'22:00','end_time':'06:00'")
                                                + ","
                                                + element("'start_time':'20:00','end_time':'08:00'")
                                                + ","
                                                + element(""))))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void equalTimesOfDayAreRefused() {
        assertRefused(
                elements(element("'start_time':'10:00','end_time':'10:00'")),
                "$.elements[0].restrictions.end_time",
                "start_time and end_time must differ");
    }

    @Test
    void datesThatEndBeforeTheyBeginAreRefused() {
        assertRefused(
                elements(element("'start_date':'2026-06-16','end_date':'2026-06-16'")),
                "$.elements[0].restrictions.end_date",
                "start_date must be before end_date");
    }

    @Test
    void aDayOfTheWeekThatTheDatesDoNotHaveIsRefused() {
        // 2026-06-15 is a Monday
        assertRefused(
                elements(
                        element(
                                "'start_date':'2026-06-15','end_date':'2026-06-17','day_of_week':['SUNDAY']")),
                "$.elements[0].restrictions.day_of_week",
                "names no day between");
    }

    @Test
    void aMinimumAboveItsMaximumIsRefused() {
        for (String name : List.of("kwh", "power", "current", "duration")) {
            assertRefused(
                    elements(element("'min_%s':20,'max_%s':10".formatted(name, name))),
                    "$.elements[0].restrictions.max_" + name,
                    "less than the maximum");
        }
    }

    @Test
    void energyFinerThanAWattHourIsRefused() {
        assertRefused(
                elements(element("'min_kwh':0.0005")),
                "$.elements[0].restrictions.min_kwh",
                "whole Wh");
    }

    @Test
    void aFractionOfASecondIsRefused() {
        assertRefused(
                elements(element("'max_duration':1.5")),
                "$.elements[0].restrictions.max_duration",
                "whole seconds");
    }

    @Test
    void aReservationHasNoEnergyToPrice() {
        assertRefused(
                elements(element("'reservation':'RESERVATION'")),
                "$.elements[0].price_components",
                "only FLAT and TIME");
    }

    @Test
    void aReservationIsNotRestrictedByPower() {
        assertRefused(
                elements(
                        "{'price_components':[{'type':'TIME','price':1,'step_size':1}],'restrictions':{'reservation':'RESERVATION','min_power':3}}"),
                "$.elements[0].restrictions.reservation",
                "no energy, current or power");
    }

    @Test
    void parkingWithPowerNeverHappens() {
        assertRefused(
                elements(
                        "{'price_components':[{'type':'PARKING_TIME','price':1,'step_size':1}],'restrictions':{'min_power':3}}"),
                "$.elements[0].price_components[0]",
                "a parked car takes no power");
    }

    @Test
    void aLeastPriceAboveTheMostIsRefused() {
        assertRefused(
                tariff(
                        element(""),
                        "'min_price':{'excl_vat':5,'incl_vat':6},'max_price':{'excl_vat':4,'incl_vat':5},"),
                "$.min_price",
                "min_price must not be above max_price");
    }

    @Test
    void aLimitWithoutVatBesidePricesWithVatIsRefused() {
        assertRefused(
                tariff(element(""), "'max_price':{'excl_vat':4},"),
                "$.elements",
                "give incl_vat exactly when");
    }

    @Test
    void aLimitThatIsLessWithVatIsRefused() {
        assertRefused(
                tariff(element(""), "'max_price':{'excl_vat':4,'incl_vat':3},"),
                "$.min_price",
                "incl_vat must not be less");
    }

    @Test
    void aValidityThatEndsBeforeItBeginsIsRefused() {
        assertRefused(
                tariff(
                        element(""),
                        "'start_date_time':'2026-06-02T00:00:00Z','end_date_time':'2026-06-01T00:00:00Z',"),
                "$.end_date_time",
                "start_date_time must be before");
    }
}

package network.opencharging.tools.audit;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.tools.Mutations;
import network.opencharging.tools.Ran;
import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Input;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Somebody asks whether a bill is right. */
class AuditCdrTest {
    private final Charge charge = Charge.atNewMeter();

    @TempDir private Path folder = Path.of("");

    @Test
    void aRightBillIsRightInEveryField() {
        Ran ran = audit(charge.cdr(), "--meter-key", charge.key());

        assertThat(ran.exitCode()).as(ran.out() + ran.err()).isZero();
        assertThat(ran.out())
                .contains("$.total_cost.excl_vat", "6.20", "$.total_parking_time", "It is right.")
                .contains("the meter signed 10.000 kWh, as billed");
    }

    @Test
    void theExampleOfItsHelpIsRight() throws IOException {
        byte[] example = Files.readAllBytes(Path.of("../docs/examples/cdr.json"));

        assertThat(audit(example, "--explain").out()).contains("It is right.");
    }

    @Test
    void aDifferenceIsToldToTheCent() {
        Ran ran =
                audit(
                        charge.cdr()
                                .replace("\"excl_vat\":6.2000", "\"excl_vat\":6.2100")
                                .replace("\"incl_vat\":1.4400", "\"incl_vat\":1.4")
                                .replace(
                                        "\"total_parking_time\":0.5",
                                        "\"total_parking_time\":0.6"));

        assertThat(ran.exitCode()).isEqualTo(Failure.FAILED);
        assertThat(wrong(ran))
                .containsExactly(
                        "$.total_cost.excl_vat says 6.21, is 6.20: 0.01 too much",
                        "$.total_time_cost.incl_vat says 1.40, is 1.44: 0.04 too little",
                        "$.total_parking_time says 0.60 h, the periods make 0.50");
    }

    @Test
    void lessThanACentIsSaidAndForgiven() {
        Ran ran = audit(charge.cdr().replace("\"excl_vat\":3.5000", "\"excl_vat\":3.5001"));

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("says 3.5001, is 3.50: less than a cent");
    }

    @Test
    void anotherTariffMakesAnotherPrice() throws IOException {
        Path dearer = folder.resolve("tariff.json");
        Files.writeString(dearer, Charge.tariff().replace("0.35", "0.45"));

        Ran ran = audit(charge.cdr(), "--tariff", dearer.toString(), "--explain");

        assertThat(wrong(ran))
                .contains("$.total_energy_cost.excl_vat says 3.50, is 4.50: 1.00 too little");
        assertThat(ran.out()).contains("energy 10.000 kWh at 0.45 EUR/kWh");
    }

    @Test
    void theSessionSaysWhatHappened() throws IOException {
        Path session = folder.resolve("session.json");
        Files.writeString(session, charge.session());
        assertThat(audit(charge.cdr(), "--session", session.toString()).exitCode()).isZero();

        Files.writeString(
                session,
                charge.session()
                        .replace("\"volume\":10.000", "\"volume\":9.000")
                        .replace("11:30:00Z", "11:20:00Z"));
        Ran ran = audit(charge.cdr(), "--session", session.toString());

        assertThat(wrong(ran))
                .contains(
                        "$.total_energy says 10.00 kWh, the periods make 9.00",
                        "$.end_date_time is not what the session says");
    }

    @Test
    void theSessionMayComeByStandardInput() throws IOException {
        Path cdr = folder.resolve("cdr.json");
        Files.writeString(cdr, charge.cdr());

        Ran ran =
                Ran.of(
                        new AuditCdr(Map.of(), standard(charge.session())),
                        cdr.toString(),
                        "--session",
                        "-");

        assertThat(ran.exitCode()).as(ran.out() + ran.err()).isZero();
        assertThat(ran.out()).contains("is that of the session");
    }

    @Test
    void whatTheMeterDidNotSignIsFound() {
        // given a register that another key signed, one that is not as billed, and one changed
        String other = Charge.atNewMeter().key();

        assertThat(wrong(audit(charge.cdr(), "--meter-key", other)))
                .anyMatch(line ->
                        line.contains("signed_values[0]") && line.contains("BAD_SIGNATURE"));
        assertThat(wrong(audit(charge.cdrMeasuring("1509.000"))))
                .containsExactly("$.signed_data the meter signed 9.000 kWh, billed are 10.000");
        assertThat(wrong(audit(charge.cdr().replaceFirst("RV\\\\\":1500", "RV\\\\\":1400"))))
                .containsExactly(
                        "$.signed_data.signed_values[0].plain_data is not what stands in"
                                + " signed_data");
    }

    @Test
    void aCreditIsTheSameWithTheOtherSign() {
        String credit =
                charge.cdr()
                        .replace(
                                "\"total_cost\":{\"excl_vat\":6.2000,\"incl_vat\":7.4400}",
                                "\"credit\":true,\"credit_reference_id\":\"CDR1\",\"total_cost\":{\"excl_vat\":-6.2000,\"incl_vat\":-7.4400}");

        assertThat(audit(credit).exitCode()).isZero();
        assertThat(wrong(audit(credit.replace("\"credit\":true,", "")))).hasSize(2);
    }

    @Test
    void whoHasNoMeterIsTold() {
        Ran ran = audit(charge.cdr().replaceAll("(?s)\"signed_data\":\\{\"encoding.*?\\]\\},", ""));

        assertThat(ran.exitCode()).as(ran.out()).isZero();
        assertThat(ran.out()).contains("no meter vouches for it");
    }

    @Test
    void machinesGetAComparisonALine() {
        Ran ran = audit(charge.cdr(), "--format", "json");

        assertThat(ran.out().lines())
                .contains(
                        "{\"path\":\"$.total_cost.excl_vat\",\"verdict\":\"same\",\"sentence\":\"6.20\"}");
    }

    @Test
    void whatCannotBeUsedIsSaidInASentence() {
        assertThat(audit("[]").err()).contains("must be an object");
        assertThat(audit("{}").err()).contains("carries no tariff: say which with --tariff");
        assertThat(audit(charge.cdr().replace("\"price\":0.35", "\"price\":\"dear\"")).err())
                .contains("The tariff cannot be billed by")
                .contains("price");
        assertThat(audit(charge.cdr().replace("charging_periods", "periods")).err())
                .contains("cannot be rated: it tells no charging_periods");
        assertThat(audit(charge.cdr(), "--time-zone", "Norway").err()).contains("--time-zone must");
        assertThat(audit("{}").exitCode()).isEqualTo(Failure.USAGE);
    }

    @Test
    void noChangedTextBreaksIt() {
        Mutations.none(
                charge.cdr().getBytes(StandardCharsets.UTF_8),
                changed -> audit(changed, "--explain"));
    }

    private static List<String> wrong(Ran ran) {
        return ran.out()
                .lines()
                .filter(line -> line.startsWith("  !!"))
                .map(line -> line.substring(4).strip().replaceAll("\\s+", " "))
                .toList();
    }

    private static Input standard(String text) {
        return new Input(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Ran audit(String cdr, String... more) {
        return audit(cdr.getBytes(StandardCharsets.UTF_8), more);
    }

    private static Ran audit(byte[] cdr, String... more) {
        List<String> arguments = new ArrayList<>(List.of("-"));
        arguments.addAll(List.of(more));
        return Ran.of(
                new AuditCdr(Map.of(), new Input(new ByteArrayInputStream(cdr))),
                arguments.toArray(String[]::new));
    }
}

package network.opencharging.bridge.tariff;

/** A line whose volume may still grow. */
final class OpenLine {
    final Choice choice;
    long volume;
    long extra;

    OpenLine(Choice choice, long volume) {
        this.choice = choice;
        this.volume = volume;
    }

    long billed() {
        return volume + extra;
    }
}

package network.opencharging.bridge.tariff;

import java.time.DayOfWeek;

/** What restrictions are held against; one instance is moved along while a session is rated. */
final class Moment {
    /** Stands for a current that nobody measured. */
    static final long UNKNOWN = -1;

    int secondOfDay;
    long epochDay;
    DayOfWeek day = DayOfWeek.MONDAY;
    long energy;
    long current;
    long power;
    long duration;
}

package network.opencharging.cpo.ocpp.central;

import java.time.Instant;
import java.util.List;

/** What stations tell beside their work: reports, events, progress of firmware, logs. */
public interface NoticeBook {

    /** Keeps one; returns when it is safe. */
    void add(Notice notice);

    /** A station's newest, newest first. */
    List<Notice> latest(String station, int limit);

    /**
     * One notice.
     *
     * @param payload as it came
     */
    record Notice(String station, String action, String payload, Instant at) {}
}

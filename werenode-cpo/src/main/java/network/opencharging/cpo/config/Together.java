package network.opencharging.cpo.config;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Takes this process' place among all that share its database, before its doors open: who asks it
 * anything finds what it has.
 */
final class Together implements SmartLifecycle {
    private final Runnable first;
    private volatile boolean running;

    /**
     * @param first what must be done before the doors open
     */
    Together(Runnable first) {
        this.first = first;
    }

    @Override
    public void start() {
        first.run();
        running = true;
    }

    /** In front of the server. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

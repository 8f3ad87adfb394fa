package network.opencharging.cpo.config;

import org.springframework.context.SmartLifecycle;

/** Something to do once, when everything is there. */
final class Opening implements SmartLifecycle {
    private final Runnable work;
    private volatile boolean running;

    Opening(Runnable work) {
        this.work = work;
    }

    @Override
    public void start() {
        work.run();
        running = true;
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

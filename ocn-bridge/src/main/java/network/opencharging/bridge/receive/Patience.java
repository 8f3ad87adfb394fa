package network.opencharging.bridge.receive;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits for the backoffice as long as a partner does, and no longer: one that hangs or throws costs
 * its caller an answer, and nobody else anything.
 *
 * @param threads where the backoffice works
 * @param longest how long it may take
 */
record Patience(ExecutorService threads, Duration longest, Complaints complaints) {

    Outcome waitFor(Complaints.Subject subject, Callable<Outcome> work) {
        Future<Outcome> answer = threads.submit(work);
        try {
            return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            complaints.late(subject);
            return new Outcome.Broken("The backoffice did not answer in time.");
        } catch (ExecutionException e) {
            complaints.failed(subject, failure(e));
            return new Outcome.Broken("The backoffice failed.");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Outcome.Broken("The bridge is being stopped.");
        }
    }

    private static Exception failure(ExecutionException thrown) {
        return thrown.getCause() instanceof Exception cause ? cause : thrown;
    }
}

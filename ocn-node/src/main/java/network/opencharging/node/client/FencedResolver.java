package network.opencharging.node.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Name look-up that hands out only addresses before the fence, and that does not outlast the time a
 * connection may take: the system's resolver cannot be interrupted, so it runs on its own virtual
 * thread.
 */
final class FencedResolver implements Resolver {
    private final AddressFence fence;
    private final Resolver resolver;
    private final Duration patience;

    FencedResolver(AddressFence fence, Resolver resolver, Duration patience) {
        this.fence = fence;
        this.resolver = resolver;
        this.patience = patience;
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> permitted =
                resolve(host).stream().filter(address -> fence.permits(host, address)).toList();
        if (permitted.isEmpty()) {
            throw new ForbiddenAddressException(host);
        }
        return permitted;
    }

    private List<InetAddress> resolve(String host) throws UnknownHostException {
        CompletableFuture<List<InetAddress>> found = new CompletableFuture<>();
        Thread.ofVirtual().name("name look-up").start(() -> complete(found, host));
        try {
            return found.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw unknown(host, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(host, e);
        }
    }

    private void complete(CompletableFuture<List<InetAddress>> found, String host) {
        try {
            found.complete(resolver.lookup(host));
        } catch (UnknownHostException e) {
            found.completeExceptionally(e);
        }
    }

    private static UnknownHostException unknown(String host, Exception cause) {
        UnknownHostException unknown = new UnknownHostException(host);
        unknown.initCause(cause);
        return unknown;
    }

    /** Every address of the host lies behind the fence. */
    static final class ForbiddenAddressException extends UnknownHostException {
        ForbiddenAddressException(String host) {
            super(host + " has no address that may be called");
        }
    }
}

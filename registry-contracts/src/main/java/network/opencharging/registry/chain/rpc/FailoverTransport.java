package network.opencharging.registry.chain.rpc;

import org.web3j.protocol.Service;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Carries requests to the first endpoint that answers; the one that did is asked first next time.
 */
final class FailoverTransport extends Service {
    private final List<Endpoint> endpoints;
    private final HttpClient client;
    private final AtomicInteger preferred = new AtomicInteger();

    FailoverTransport(ChainProfile chain) {
        super(false);
        this.client = HttpClient.newBuilder().connectTimeout(chain.deadline()).build();
        this.endpoints =
                chain.endpoints().stream()
                        .map(url -> new Endpoint(url, client, chain.chainId(), chain.deadline()))
                        .toList();
    }

    @Override
    protected InputStream performIO(String payload) throws IOException {
        List<String> troubles = new ArrayList<>();
        WrongChain wrong = null;
        int first = preferred.get();
        for (int i = 0; i < endpoints.size(); i++) {
            int index = (first + i) % endpoints.size();
            Endpoint endpoint = endpoints.get(index);
            try {
                byte[] answer = endpoint.ask(payload);
                preferred.set(index);
                return new ByteArrayInputStream(answer);
            } catch (WrongChain e) {
                wrong = e;
                troubles.add(e.getMessage());
            } catch (IOException e) {
                troubles.add(endpoint.name() + ": " + e.getMessage());
            }
        }
        if (wrong != null && troubles.size() == 1) {
            throw wrong;
        }
        throw new ChainUnreachable(
                "no endpoint of the chain answers: " + String.join("; ", troubles));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}

package network.opencharging.benchmarks.parts;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.pack.Packing;
import network.opencharging.protocol.signing.NodeSignature;
import network.opencharging.protocol.signing.OcnSigner;
import network.opencharging.protocol.signing.OcnVerifier;
import network.opencharging.protocol.signing.Verification;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What signatures cost, of a body of 1 KB. */
@State(Scope.Benchmark)
public class Signatures {
    private final PrivateKey key = Samples.key(1);
    private final Address address = key.address();
    private final byte[] body = Samples.session().bytes();
    private final OcnSigner signer = new OcnSigner(key);
    private final OcnVerifier verifier = OcnVerifier.strict();
    private final String brotli =
            signer.sign(Samples.values(Samples.session())).pack(Packing.BROTLI);
    private final String ofNode = NodeSignature.sign(body, key);

    /** JMH makes it. */
    public Signatures() {}

    /** A party's signature, from the bytes of the body to the header. */
    @Benchmark
    public String partySigns() {
        return signer.sign(Samples.values(read())).pack(Packing.BROTLI);
    }

    /** A party's signature, from header and bytes to the verdict. */
    @Benchmark
    public boolean partyIsVerified() {
        Verification verdict = verifier.verify(Samples.values(read()), brotli);
        return verdict instanceof Verification.Valid valid && valid.originator().equals(address);
    }

    /** A node's signature over the bytes. */
    @Benchmark
    public String nodeSigns() {
        return NodeSignature.sign(body, key);
    }

    /** A node's signature by a known key. */
    @Benchmark
    public boolean nodeIsVerified() {
        return NodeSignature.isBy(address, body, ofNode);
    }

    private Json read() {
        return JsonReader.standard().read(body).orThrow();
    }
}

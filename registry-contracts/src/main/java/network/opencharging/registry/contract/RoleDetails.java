package network.opencharging.registry.contract;

import org.web3j.abi.datatypes.DynamicBytes;
import org.web3j.abi.datatypes.DynamicStruct;
import org.web3j.abi.datatypes.generated.Uint8;

import java.io.ByteArrayOutputStream;

/** A role with its certificate, as the second published registry takes it. */
final class RoleDetails extends DynamicStruct {
    private final byte[] certificate;
    private final byte[] signature;
    private final int ordinal;

    RoleDetails(byte[] certificate, byte[] signature, int ordinal) {
        super(new DynamicBytes(certificate), new DynamicBytes(signature), new Uint8(ordinal));
        this.certificate = certificate.clone();
        this.signature = signature.clone();
        this.ordinal = ordinal;
    }

    byte[] packed() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.writeBytes(certificate);
        packed.writeBytes(signature);
        packed.write(ordinal);
        return packed.toByteArray();
    }
}

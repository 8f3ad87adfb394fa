package network.opencharging.protocol.key;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * The functions of libsecp256k1 (secp256k1.h, secp256k1_recovery.h) that a recoverable signature
 * needs, called without a detour: the class that loads the library offers signing without the
 * parity, which then has to be found by recovering.
 */
final class Secp256k1Library {
    /** SECP256K1_CONTEXT_NONE. */
    private static final int CONTEXT = 1;

    /** SECP256K1_EC_UNCOMPRESSED. */
    private static final int UNCOMPRESSED = 2;

    private static final int SIGNATURE_BYTES = 65;

    /** A key as the library keeps it. */
    static final int KEY_BYTES = 64;

    /** SECP256K1_EC_COMPRESSED. */
    private static final int COMPRESSED = 258;

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final java.lang.foreign.AddressLayout POINTER = ValueLayout.ADDRESS;

    private final MemorySegment context;
    private final MethodHandle parse;
    private final MethodHandle recover;
    private final MethodHandle sign;
    private final MethodHandle split;
    private final MethodHandle write;
    private final MethodHandle combine;
    private final MethodHandle create;

    private Secp256k1Library(MemorySegment context, SymbolLookup library) {
        this.context = context;
        this.parse =
                handle(
                        library,
                        "secp256k1_ecdsa_recoverable_signature_parse_compact",
                        FunctionDescriptor.of(INT, POINTER, POINTER, POINTER, INT));
        this.recover =
                handle(
                        library,
                        "secp256k1_ecdsa_recover",
                        FunctionDescriptor.of(INT, POINTER, POINTER, POINTER, POINTER));
        this.sign =
                handle(
                        library,
                        "secp256k1_ecdsa_sign_recoverable",
                        FunctionDescriptor.of(
                                INT, POINTER, POINTER, POINTER, POINTER, POINTER, POINTER));
        this.split =
                handle(
                        library,
                        "secp256k1_ecdsa_recoverable_signature_serialize_compact",
                        FunctionDescriptor.of(INT, POINTER, POINTER, POINTER, POINTER));
        this.write =
                handle(
                        library,
                        "secp256k1_ec_pubkey_serialize",
                        FunctionDescriptor.of(INT, POINTER, POINTER, POINTER, POINTER, INT));
        this.combine =
                handle(
                        library,
                        "secp256k1_ec_pubkey_combine",
                        FunctionDescriptor.of(INT, POINTER, POINTER, POINTER, LONG));
        this.create =
                handle(
                        library,
                        "secp256k1_ec_pubkey_create",
                        FunctionDescriptor.of(INT, POINTER, POINTER, POINTER));
    }

    /** The library, where it has been loaded already and shows its functions. */
    static Optional<Secp256k1Library> find() {
        SymbolLookup library = SymbolLookup.loaderLookup();
        if (library.find("secp256k1_ecdsa_sign_recoverable").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Secp256k1Library(context(library), library));
    }

    /** Lives as long as the program; blinded, so that time tells nothing of a secret. */
    private static MemorySegment context(SymbolLookup library) {
        MethodHandle create =
                handle(library, "secp256k1_context_create", FunctionDescriptor.of(POINTER, INT));
        MethodHandle blind =
                handle(
                        library,
                        "secp256k1_context_randomize",
                        FunctionDescriptor.of(INT, POINTER, POINTER));
        byte[] seed = new byte[32];
        new SecureRandom().nextBytes(seed);
        try {
            MemorySegment made = (MemorySegment) create.invokeExact(CONTEXT);
            int blinded = (int) blind.invokeExact(made, MemorySegment.ofArray(seed));
            if (blinded != 1) {
                throw new IllegalStateException("libsecp256k1 refuses to be blinded");
            }
            return made;
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /** Heap memory is handed over as it is: no call takes longer than some microseconds. */
    @SuppressWarnings("restricted")
    private static MethodHandle handle(
            SymbolLookup library, String name, FunctionDescriptor description) {
        return Linker.nativeLinker()
                .downcallHandle(
                        library.findOrThrow(name), description, Linker.Option.critical(true));
    }

    /**
     * The key that made a signature, as the library keeps it; empty when nobody's did.
     *
     * @param compact r and s
     */
    Optional<byte[]> recover(byte[] digest, byte[] compact, int parity) {
        MemorySegment signature = MemorySegment.ofArray(new byte[SIGNATURE_BYTES]);
        byte[] key = new byte[KEY_BYTES];
        try {
            int parsed =
                    (int)
                            parse.invokeExact(
                                    context, signature, MemorySegment.ofArray(compact), parity);
            int found =
                    parsed == 1
                            ? (int)
                                    recover.invokeExact(
                                            context,
                                            MemorySegment.ofArray(key),
                                            signature,
                                            MemorySegment.ofArray(digest))
                            : 0;
            return found == 1 ? Optional.of(key) : Optional.empty();
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /** The 64 bytes x and y of a key. */
    byte[] coordinates(byte[] key) {
        byte[] written = written(key, UNCOMPRESSED, 1 + KEY_BYTES);
        return java.util.Arrays.copyOfRange(written, 1, written.length);
    }

    private byte[] written(byte[] key, int form, int size) {
        byte[] bytes = new byte[size];
        long[] length = {size};
        try {
            int done =
                    (int)
                            write.invokeExact(
                                    context,
                                    MemorySegment.ofArray(bytes),
                                    MemorySegment.ofArray(length),
                                    MemorySegment.ofArray(key),
                                    form);
            if (done != 1) {
                throw new IllegalStateException("libsecp256k1 cannot write a key");
            }
            return bytes;
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /** The generator of the curve, as the library keeps it. */
    byte[] generator() {
        byte[] one = Signature.fixed(java.math.BigInteger.ONE);
        byte[] key = new byte[KEY_BYTES];
        try {
            int made =
                    (int)
                            create.invokeExact(
                                    context,
                                    MemorySegment.ofArray(key),
                                    MemorySegment.ofArray(one));
            if (made != 1) {
                throw new IllegalStateException("libsecp256k1 knows no generator");
            }
            return key;
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /** The sum of two points, as the library keeps them; they must not cancel each other out. */
    byte[] sum(byte[] one, byte[] other) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment both = arena.allocate(2L * KEY_BYTES);
            MemorySegment.copy(one, 0, both, ValueLayout.JAVA_BYTE, 0, KEY_BYTES);
            MemorySegment.copy(other, 0, both, ValueLayout.JAVA_BYTE, KEY_BYTES, KEY_BYTES);
            return added(new long[] {both.address(), both.address() + KEY_BYTES}, 2)
                    .orElseThrow(() -> new IllegalStateException("a sum at infinity"));
        }
    }

    /**
     * The sum of points that lie at these addresses, written as 33 bytes: two or three for an even
     * or odd y, then x. Empty when the sum is the point at infinity.
     */
    Optional<byte[]> sum(long[] addresses, int count) {
        return added(addresses, count).map(point -> written(point, COMPRESSED, 33));
    }

    private Optional<byte[]> added(long[] addresses, int count) {
        byte[] sum = new byte[KEY_BYTES];
        try {
            int made =
                    (int)
                            combine.invokeExact(
                                    context,
                                    MemorySegment.ofArray(sum),
                                    MemorySegment.ofArray(addresses),
                                    (long) count);
            return made == 1 ? Optional.of(sum) : Optional.empty();
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /**
     * Signs by RFC 6979 with the low s.
     *
     * @return r, s and the parity as one byte
     */
    byte[] sign(byte[] digest, byte[] secret) {
        byte[] made = new byte[SIGNATURE_BYTES];
        byte[] out = new byte[64];
        int[] parity = new int[1];
        try (Arena arena = Arena.ofConfined()) {
            // The secret does not stay in memory that nobody clears.
            MemorySegment key = arena.allocate(secret.length);
            MemorySegment.copy(secret, 0, key, ValueLayout.JAVA_BYTE, 0, secret.length);
            int signed =
                    (int)
                            sign.invokeExact(
                                    context,
                                    MemorySegment.ofArray(made),
                                    MemorySegment.ofArray(digest),
                                    key,
                                    MemorySegment.NULL,
                                    MemorySegment.NULL);
            key.fill((byte) 0);
            int taken =
                    (int)
                            split.invokeExact(
                                    context,
                                    MemorySegment.ofArray(out),
                                    MemorySegment.ofArray(parity),
                                    MemorySegment.ofArray(made));
            if (signed != 1 || taken != 1) {
                throw new IllegalStateException("libsecp256k1 refuses this secret");
            }
        } catch (Throwable e) {
            throw failed(e);
        }
        byte[] whole = java.util.Arrays.copyOf(out, 65);
        whole[64] = (byte) parity[0];
        return whole;
    }

    private static RuntimeException failed(Throwable e) {
        return e instanceof RuntimeException known ? known : new IllegalStateException(e);
    }
}

package network.opencharging.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;

/**
 * Changed inputs: whatever a tool reads may be broken, and it says so in a sentence. How many is
 * said by {@code -Docn.mutations=}; a build tries few.
 */
public final class Mutations {
    private static final long SEED = 20261128;
    private static final int FEW = 300;

    private Mutations() {}

    /**
     * Lets a command read changed copies of an input: none may break it.
     *
     * @param read runs the command on a copy
     */
    public static void none(byte[] good, Function<byte[], Ran> read) {
        none(good, FEW, read);
    }

    /**
     * The same for what takes longer.
     *
     * @param few how many copies in a build
     * @param read runs the command on a copy
     */
    public static void none(byte[] good, int few, Function<byte[], Ran> read) {
        Random random = new Random(SEED);
        for (int i = 0; i < Integer.getInteger("ocn.mutations", few); i++) {
            byte[] changed = changed(good, random);

            unbroken(read.apply(changed), "copy " + i, new String(changed, StandardCharsets.UTF_8));
        }
    }

    /**
     * Lets a command run against others who do something odd, each time something else.
     *
     * @param few how often in a build
     * @param run runs the command, and takes from the dice what the others do
     */
    public static void none(int few, Function<Random, Ran> run) {
        Random random = new Random(SEED);
        for (int i = 0; i < Integer.getInteger("ocn.mutations", few); i++) {
            unbroken(run.apply(random), "run " + i, "");
        }
    }

    private static void unbroken(Ran ran, String which, String input) {
        assertThat(ran.exitCode()).as("%s:%n%s%n%s", which, ran.err(), input).isBetween(0, 3);
        assertThat(ran.err() + ran.out()).as(which).doesNotContain("\tat ");
    }

    /** Bytes changed, cut out, doubled, or replaced by what numbers and texts should not be. */
    public static byte[] changed(byte[] good, Random random) {
        byte[] text = good;
        for (int change = 0; change <= random.nextInt(3) && text.length > 0; change++) {
            int at = random.nextInt(text.length);
            int to = Math.min(text.length, at + 1 + random.nextInt(12));
            text =
                    switch (random.nextInt(5)) {
                        case 0 -> joined(text, at, new byte[] {(byte) random.nextInt(256)}, at + 1);
                        case 1 -> joined(text, at, new byte[0], to);
                        case 2 -> joined(text, to, Arrays.copyOfRange(text, at, to), to);
                        case 3 -> joined(text, at, odd(random), to);
                        default -> Arrays.copyOf(text, Math.max(1, at));
                    };
        }
        return text;
    }

    private static byte[] odd(Random random) {
        String[] odd = {
            "null",
            "-1",
            "1e999999999",
            "99999999999999999999",
            "\"\"",
            "[]",
            "{}",
            "true",
            "\\u0000",
            "0.00000000000000000000000000001",
            "\"1969-13-45T25:61:61Z\"",
            "%n%s",
            "\u001b[2J"
        };
        return odd[random.nextInt(odd.length)].getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] text, int until, byte[] between, int from) {
        byte[] joined = new byte[until + between.length + Math.max(0, text.length - from)];
        System.arraycopy(text, 0, joined, 0, until);
        System.arraycopy(between, 0, joined, until, between.length);
        System.arraycopy(
                text,
                Math.min(from, text.length),
                joined,
                until + between.length,
                Math.max(0, text.length - from));
        return joined;
    }
}

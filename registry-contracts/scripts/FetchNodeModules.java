import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Fetches what package-lock.json pins, once; where that is impossible the build goes on and says what will be missing. */
class FetchNodeModules {
    private static final String CONSEQUENCE =
            " Compiling needs none of it; the tests that run an EVM and the local network with a chain do."
                    + " Cure: install npm and run 'npm ci --ignore-scripts' in registry-contracts.";

    public static void main(String[] arguments) throws InterruptedException {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
        try {
            Process npm =
                    new ProcessBuilder(windows ? "npm.cmd" : "npm", "ci", "--ignore-scripts", "--no-progress", "--loglevel=error")
                            .directory(Path.of("").toAbsolutePath().toFile())
                            .inheritIO()
                            .start();
            if (npm.waitFor() != 0) {
                System.out.println("[WARNING] npm could not fetch the development chain and the contract compiler." + CONSEQUENCE);
            }
        } catch (IOException e) {
            System.out.println("[WARNING] npm is not installed, so the development chain was not fetched." + CONSEQUENCE);
        }
    }
}

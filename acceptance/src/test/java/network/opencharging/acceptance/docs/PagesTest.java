package network.opencharging.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Links lead somewhere, and nothing committed is true on one machine only. */
class PagesTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    /** Written in two halves, so that this file does not name them either. */
    private static final Pattern REGISTRY_HOST =
            Pattern.compile(
                    String.join(
                            "|",
                            "registry\\." + "npmjs",
                            "registry\\." + "yarnpkg",
                            "repo1?\\." + "maven",
                            "repository\\." + "apache\\.org",
                            "repo\\." + "spring\\.io",
                            "central\\." + "sonatype",
                            "arti" + "factory",
                            "nex" + "us[.:/-]",
                            "\"resolved\": \"" + "http"));

    private static final Pattern MACHINE_PATH =
            Pattern.compile("(?<![\\w.$}])/(work|root|home|Users)" + "/[\\w.-]+");

    @Test
    void everyRelativeLinkLeadsToAFileAndItsHeading() {
        Set<String> broken = new TreeSet<>();
        for (Path page : Committed.pages()) {
            for (String target : links(page)) {
                if (!leadsSomewhere(page, target)) {
                    broken.add(Committed.name(page) + " -> " + target);
                }
            }
        }
        assertThat(broken).as("links that lead nowhere").isEmpty();
    }

    private static List<String> links(Path page) {
        return LINK.matcher(Committed.text(page))
                .results()
                .map(match -> match.group(1))
                .filter(target -> !target.matches("[a-z]+:.*"))
                .toList();
    }

    private static boolean leadsSomewhere(Path page, String target) {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        return Files.exists(file) && (parts.length == 1 || anchors(file).contains(parts[1]));
    }

    /** The anchors of headings, as the places where such pages are shown make them. */
    private static Set<String> anchors(Path file) {
        return HEADING.matcher(Committed.text(file))
                .results()
                .map(match -> match.group(1).strip().toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    @Test
    void noCommittedFileNamesThePlaceThatPackagesComeFrom() {
        assertThat(hits(REGISTRY_HOST)).as("hosts of package registries").isEmpty();
    }

    @Test
    void noCommittedFileNamesAPathOfOneMachine() {
        assertThat(hits(MACHINE_PATH)).as("paths of one machine").isEmpty();
    }

    private static Set<String> hits(Pattern pattern) {
        Set<String> hits = new TreeSet<>();
        for (Path file : Committed.files()) {
            pattern.matcher(Committed.text(file))
                    .results()
                    .map(MatchResult::group)
                    .forEach(hit -> hits.add(Committed.name(file) + ": " + hit));
        }
        return hits;
    }

    @Test
    void thePatternsFindWhatTheyAreFor() {
        assertThat(REGISTRY_HOST.matcher("https://registry." + "npmjs.org/x").find()).isTrue();
        assertThat(REGISTRY_HOST.matcher("\"resolved\": \"" + "https://a/b.tgz\"").find()).isTrue();
        assertThat(MACHINE_PATH.matcher("see /" + "home/me").find()).isTrue();
        assertThat(MACHINE_PATH.matcher("${HOME}/" + "work/x").find()).isFalse();
    }
}

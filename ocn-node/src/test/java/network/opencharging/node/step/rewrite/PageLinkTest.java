package network.opencharging.node.step.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageLinkTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<http://x/y?a=1,2&b>; rel=\"next\"",
                "<http://x/y?a=1,2&b>;rel=next",
                "<http://x/y?a=1,2&b>; title=\"more\"; REL=\"next\"",
                "<http://x/0>; rel=\"first\", <http://x/y?a=1,2&b>; rel=\"next\"",
                "<http://x/y?a=1,2&b>; rel=\"next\", <http://x/9>; rel=\"last\""
            })
    void theNextPageIsFoundHoweverItIsWritten(String header) {
        assertThat(PageLink.next(header)).contains("http://x/y?a=1,2&b");
    }

    @Test
    void whatIsNoNextPageIsNone() {
        assertThat(PageLink.next("")).isEmpty();
        assertThat(PageLink.next("http://x/y")).isEmpty();
        assertThat(PageLink.next("<http://x/y>; rel=\"prev\"")).isEmpty();
        assertThat(PageLink.next("<http://x/y>; rel=\"nextafter\"")).isEmpty();
    }
}

package network.opencharging.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.message.CredentialsToken.Candidate;
import network.opencharging.protocol.message.CredentialsToken.Encoding;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTokenTest {
    private static CredentialsToken token(String value) {
        return CredentialsToken.of(value).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "Token ZXhhbXBsZS10b2tlbg==, example-token",
        "Token ZXhhbXBsZS10b2tlbgo=, example-token",
        "token   ZXhhbXBsZS10b2tlbg==, example-token",
        "ZXhhbXBsZS10b2tlbg==, example-token"
    })
    void base64IsTriedFirstAndACopiedNewlineForgiven(String header, String value) {
        assertThat(CredentialsToken.candidates(header).getFirst())
                .isEqualTo(new Candidate(token(value), Encoding.BASE64));
    }

    @Test
    void aTokenThatLooksLikeBase64IsTriedBothWays() {
        assertThat(CredentialsToken.candidates("Token abcdabcd").getLast())
                .isEqualTo(new Candidate(token("abcdabcd"), Encoding.RAW));
        assertThat(CredentialsToken.candidates("Token example-token"))
                .containsExactly(new Candidate(token("example-token"), Encoding.RAW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Bearer abc", "Basic abc", "Token", "Token é"})
    void whatIsNoTokenHasNoCandidates(String header) {
        if (header.equals("Token")) {
            assertThat(CredentialsToken.candidates(header)).isNotEmpty();
        } else {
            assertThat(CredentialsToken.candidates(header)).isEmpty();
        }
    }

    @Test
    void aTokenIsWrittenAsThePlatformWantsIt() {
        assertThat(token("example-token").header(Encoding.BASE64))
                .isEqualTo("Token ZXhhbXBsZS10b2tlbg==");
        assertThat(token("example-token").header(Encoding.RAW)).isEqualTo("Token example-token");
    }

    @Test
    void aTokenIsNeverShown() {
        assertThat(token("s3cret").toString()).doesNotContain("s3cret");
        assertThat(new Candidate(token("s3cret"), Encoding.RAW).toString())
                .doesNotContain("s3cret");
        assertThat(CredentialsToken.of("with space")).isEmpty();
    }
}

package network.opencharging.cpo.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;

import network.opencharging.cpo.config.CpoUnderTest;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** People enter through a provider of identities, which says what they may do. */
class SignOnTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String WAY = "/admin/login/oidc";
    @TempDir private static Path folder;
    private static PlayedProvider provider;
    private static CpoUnderTest cpo;

    @BeforeAll
    static void start() {
        provider = new PlayedProvider();
        cpo =
                CpoUnderTest.start(
                        folder,
                        "--ocn.cpo.admin.oidc.issuer=" + provider.issuer(),
                        "--ocn.cpo.admin.oidc.url=http://backend.example",
                        "--ocn.cpo.admin.oidc.operators=charging-operators",
                        "--ocn.cpo.admin.oidc.viewers=staff",
                        "--ocn.cpo.admin.oidc.tenant-claim=charging.tenant");
    }

    @AfterAll
    static void stop() {
        cpo.close();
        provider.close();
    }

    private static HttpResponse<String> gets(CpoUnderTest from, String path, String cookie) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + from.adminPort() + path))
                        .header("Cookie", cookie)
                        .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .toList();
    }

    /** Goes to the provider, proves who he is there, and comes back. */
    private static HttpResponse<String> signsOn(UnaryOperator<JWTClaimsSet.Builder> person) {
        HttpResponse<String> begun = gets(cpo, WAY, "none=0");
        assertThat(begun.statusCode()).isEqualTo(302);
        String back = provider.meets(location(begun), person);
        assertThat(back).startsWith("http://backend.example" + WAY + "/return?");
        return gets(
                cpo, back.substring("http://backend.example".length()), cookies(begun).getFirst());
    }

    private static URI location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    private static JsonNode me(HttpResponse<String> in) {
        String ticket =
                cookies(in).stream()
                        .filter(cookie -> cookie.startsWith("ocn-cpo="))
                        .findFirst()
                        .orElseThrow();
        return JsonMapper.shared().readTree(gets(cpo, "/admin/me", ticket).body());
    }

    private static UnaryOperator<JWTClaimsSet.Builder> of(String tenant) {
        return person -> person.claim("charging", Map.of("tenant", tenant));
    }

    @Test
    void whoeverHasAGroupEntersWithItsRoleAndHisTenant() {
        HttpResponse<String> in = signsOn(of("alpha"));

        assertThat(in.statusCode()).isEqualTo(302);
        assertThat(location(in)).hasToString("/admin/");
        assertThat(me(in).path("name").asString()).isEqualTo("oidc/petra");
        assertThat(me(in).path("role").asString()).isEqualTo("VIEWER");
        assertThat(me(in).path("tenant").asString()).isEqualTo("alpha");
    }

    @Test
    void ofSeveralGroupsTheStrongestCountsAndAStarIsTheHouse() {
        HttpResponse<String> in =
                signsOn(person ->
                        of("*").apply(person)
                                .claim("groups", List.of("charging-operators", "staff")));

        assertThat(me(in).path("role").asString()).isEqualTo("OPERATOR");
        assertThat(me(in).path("tenant").isNull()).isTrue();
    }

    @Test
    void aProviderMayChangeItsKeys() {
        assertThat(signsOn(of("alpha")).statusCode()).isEqualTo(302);

        provider.changesItsKey();

        assertThat(signsOn(of("alpha")).statusCode()).isEqualTo(302);
    }

    private static Stream<Arguments> bad() {
        return Stream.of(
                bad("no role", person -> person.claim("groups", List.of("cooks"))),
                bad("your tenant", person -> person.claim("charging", null)),
                bad("tenant must be", person -> of("Not A Tenant").apply(person)),
                bad("must name you", person -> person.claim("preferred_username", "a b")),
                bad("not good", person -> person.audience("somebody-else")),
                bad(
                        "somebody else too",
                        person -> person.audience(List.of("werenode-cpo", "somebody-else"))),
                bad("not good", person -> person.issuer("http://elsewhere.example")),
                bad("not good", person -> person.claim("nonce", "of another signing on")),
                bad(
                        "not good",
                        person ->
                                person.expirationTime(
                                        Date.from(Instant.now().minusSeconds(3_600)))));
    }

    private static Arguments bad(String why, UnaryOperator<JWTClaimsSet.Builder> person) {
        return Arguments.of(why, person);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void whoeverIsNotMeantStaysOut(String why, UnaryOperator<JWTClaimsSet.Builder> person) {
        HttpResponse<String> out = signsOn(claims -> person.apply(of("alpha").apply(claims)));

        assertThat(out.statusCode()).isEqualTo(403);
        assertThat(out.body()).contains(why);
        assertThat(cookies(out)).isEmpty();
    }

    @Test
    void nobodyTakesUpWhatAnotherBrowserBegan() {
        HttpResponse<String> begun = gets(cpo, WAY, "none=0");
        String back =
                provider.meets(location(begun), of("alpha"))
                        .substring("http://backend.example".length());

        assertThat(gets(cpo, back, "none=0").statusCode()).isEqualTo(403);
        String others = cookies(gets(cpo, WAY, "none=0")).getFirst();
        assertThat(gets(cpo, back, others).statusCode()).isEqualTo(403);
        assertThat(gets(cpo, back, cookies(begun).getFirst()).statusCode()).isEqualTo(302);
        assertThat(gets(cpo, back, cookies(begun).getFirst()).statusCode())
                .as("a code is good once")
                .isEqualTo(403);
    }

    @Test
    void withoutSettingsItIsNotThere(@TempDir Path other) {
        assertThat(gets(cpo, "/admin/login", "none=0").body()).contains("\"provider\":true");
        try (CpoUnderTest plain = CpoUnderTest.start(other)) {
            assertThat(gets(plain, WAY, "none=0").statusCode()).isEqualTo(404);
            assertThat(gets(plain, "/admin/login", "none=0").body()).contains("\"provider\":false");
        }
    }
}

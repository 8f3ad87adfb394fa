package network.opencharging.cpo.people;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cpo.admin.AdminClient;
import network.opencharging.cpo.config.CpoUnderTest;

/** People, written down as an administrator does. */
public final class PersonUnderTest {
    private PersonUnderTest() {}

    /** The token of a program that may do so much; tenant empty: of the house. */
    public static String token(AdminClient by, String name, String role, String tenant) {
        String wish = "{'role':'%s','tenant':'%s'}".formatted(role, tenant);
        assertThat(by.does("PUT", "/admin/people/" + name, wish).status()).isEqualTo(200);
        return by.does("POST", "/admin/people/" + name + "/token", "")
                .body()
                .path("token")
                .asString();
    }

    /** Such a program. */
    public static AdminClient program(CpoUnderTest cpo, String name, String role, String tenant) {
        return AdminClient.withKey(cpo, token(AdminClient.of(cpo), name, role, tenant));
    }
}

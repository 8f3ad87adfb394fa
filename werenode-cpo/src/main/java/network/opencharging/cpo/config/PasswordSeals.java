package network.opencharging.cpo.config;

import network.opencharging.cpo.people.Seals;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Argon2id, with 16 MB for each. */
final class PasswordSeals implements Seals {
    private final PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();

    @Override
    public String seal(String password) {
        return String.valueOf(encoder.encode(password));
    }

    @Override
    public boolean fits(String password, String seal) {
        return encoder.matches(password, seal);
    }
}

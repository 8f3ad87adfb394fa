/**
 * {@code ocn balance}, {@code ocn fund}, {@code ocn resume} and {@code ocn relay}: an account and
 * what it has sent.
 */
@NullMarked
package network.opencharging.cli.account;

import org.jspecify.annotations.NullMarked;

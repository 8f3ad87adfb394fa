/**
 * Signing on with a provider of identities (OpenID Connect), where the settings name one: people
 * prove there who they are, and what the provider has signed says what they may do here.
 */
@NullMarked
package network.opencharging.cpo.oidc;

import org.jspecify.annotations.NullMarked;

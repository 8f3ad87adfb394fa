/**
 * Signing on with a provider of identities (OpenID Connect): people prove there who they are, and
 * the node believes what the provider has signed.
 */
@NullMarked
package network.opencharging.node.oidc;

import org.jspecify.annotations.NullMarked;

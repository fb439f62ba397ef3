package freshlegs.coach.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import freshlegs.coach.OidcSettings;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets an OpenID Connect provider vouch for somebody: the authorization code flow with PKCE (OpenID Connect Core 1.0; RFC 7636), the
 * identity token checked for its signature, issuer, audience, time and nonce.
 */
public final class Oidc {
    private static final Logger LOG = LoggerFactory.getLogger(Oidc.class);
    private static final int TIMEOUT_MILLISECONDS = 5_000;
    private static final List<JWSAlgorithm> SIGNATURES =
            List.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256, JWSAlgorithm.PS256, JWSAlgorithm.EdDSA, JWSAlgorithm.ES384);

    private final OidcSettings settings;
    private volatile @Nullable OIDCProviderMetadata known;

    public Oidc(OidcSettings settings) {
        this.settings = settings;
    }

    /** A way to the provider that has begun, and what is remembered of it until somebody comes back. */
    public record Begun(URI provider, String state, String nonce, String verifier) {}

    /** Who somebody is to the provider. */
    public record Vouched(String issuer, String subject) {}

    /** The provider does not answer, or not as it must. */
    public static final class Trouble extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Trouble(String message, Exception cause) {
            super(message, cause);
        }
    }

    /** What people call the provider. */
    public String name() {
        return settings.name();
    }

    public Begun begin(URI callback) {
        State state = new State(32);
        Nonce nonce = new Nonce(32);
        CodeVerifier verifier = new CodeVerifier();
        URI address = new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope("openid"), new ClientID(settings.clientId()), callback)
                .endpointURI(provider().getAuthorizationEndpointURI())
                .state(state)
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build()
                .toURI();
        return new Begun(address, state.getValue(), nonce.getValue(), verifier.getValue());
    }

    /** Of somebody who came back with a code; empty when the provider does not vouch for them. */
    public Optional<Vouched> finish(URI callback, String code, String nonce, String verifier) {
        OIDCProviderMetadata provider = provider();
        try {
            HTTPRequest request = new TokenRequest.Builder(
                            provider.getTokenEndpointURI(),
                            credentials(provider),
                            new AuthorizationCodeGrant(
                                    new AuthorizationCode(code), callback, new CodeVerifier(verifier)))
                    .build()
                    .toHTTPRequest();
            request.setConnectTimeout(TIMEOUT_MILLISECONDS);
            request.setReadTimeout(TIMEOUT_MILLISECONDS);
            TokenResponse answer = OIDCTokenResponseParser.parse(request.send());
            if (!(answer instanceof OIDCTokenResponse tokens)) {
                LOG.info("the OpenID Connect provider refused a code");
                return Optional.empty();
            }
            IDTokenClaimsSet claims =
                    validator(provider).validate(tokens.getOIDCTokens().getIDToken(), new Nonce(nonce));
            return Optional.of(new Vouched(
                    claims.getIssuer().getValue(), claims.getSubject().getValue()));
        } catch (BadJOSEException | JOSEException e) {
            LOG.warn("an identity token was not accepted: {}", e.getMessage());
            return Optional.empty();
        } catch (IOException | ParseException e) {
            throw new Trouble("the OpenID Connect provider did not answer as it must", e);
        }
    }

    private ClientAuthentication credentials(OIDCProviderMetadata provider) {
        ClientID id = new ClientID(settings.clientId());
        Secret secret = new Secret(settings.clientSecret());
        List<ClientAuthenticationMethod> methods = provider.getTokenEndpointAuthMethods();
        boolean inBody = methods != null
                && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
        return inBody ? new ClientSecretPost(id, secret) : new ClientSecretBasic(id, secret);
    }

    private IDTokenValidator validator(OIDCProviderMetadata provider) throws IOException {
        JWSAlgorithm signature = SIGNATURES.stream()
                .filter(each -> provider.getIDTokenJWSAlgs() != null
                        && provider.getIDTokenJWSAlgs().contains(each))
                .findFirst()
                .orElse(JWSAlgorithm.RS256);
        return new IDTokenValidator(
                new Issuer(settings.issuer()),
                new ClientID(settings.clientId()),
                signature,
                provider.getJWKSetURI().toURL());
    }

    /** Asked for once it is needed, and again until it has answered. */
    private OIDCProviderMetadata provider() {
        OIDCProviderMetadata answered = known;
        if (answered == null) {
            try {
                answered = OIDCProviderMetadata.resolve(
                        new Issuer(settings.issuer()), TIMEOUT_MILLISECONDS, TIMEOUT_MILLISECONDS);
            } catch (GeneralException | IOException e) {
                throw new Trouble("the OpenID Connect provider does not say how it is asked", e);
            }
            known = answered;
        }
        return answered;
    }
}

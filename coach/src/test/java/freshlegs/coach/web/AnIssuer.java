package freshlegs.coach.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import freshlegs.coach.OidcSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** A small OpenID Connect provider on this machine, which lets everybody in as {@code subject}; it holds to PKCE and its client's secret. */
final class AnIssuer implements AutoCloseable {
    private static final String CLIENT = "freshlegs";
    private static final String SECRET = "s3cret-of-the-client";

    private final HttpServer server;
    private final RSAKey key = key();
    private Map<String, List<String>> asked = Map.of();
    private RSAKey signing = key;
    private String audience = CLIENT;
    private String subject = "4711";
    private boolean repeatsNonce = true;

    private AnIssuer(HttpServer server) {
        this.server = server;
    }

    static AnIssuer start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        AnIssuer issuer = new AnIssuer(server);
        server.createContext("/.well-known/openid-configuration", issuer::describe);
        server.createContext(
                "/keys", exchange -> issuer.json(exchange, 200, new JWKSet(issuer.key.toPublicJWK()).toString()));
        server.createContext("/authorize", issuer::authorize);
        server.createContext("/token", issuer::token);
        server.start();
        return issuer;
    }

    AnIssuer vouchingFor(String whom) {
        subject = whom;
        return this;
    }

    AnIssuer forAnotherClient() {
        audience = "somebody-else";
        return this;
    }

    AnIssuer signingWithAnotherKey() {
        signing = key();
        return this;
    }

    AnIssuer forgettingTheNonce() {
        repeatsNonce = false;
        return this;
    }

    OidcSettings settings() {
        return new OidcSettings(address(), CLIENT, SECRET, "The Club");
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void describe(HttpExchange exchange) throws IOException {
        json(
                exchange,
                200,
                "{\"issuer\":\"" + address() + "\",\"authorization_endpoint\":\"" + address()
                        + "/authorize\",\"token_endpoint\":\"" + address() + "/token\",\"jwks_uri\":\"" + address()
                        + "/keys\",\"response_types_supported\":[\"code\"],\"subject_types_supported\":[\"public\"],"
                        + "\"id_token_signing_alg_values_supported\":[\"RS256\"]}");
    }

    private void authorize(HttpExchange exchange) throws IOException {
        asked = URLUtils.parseParameters(exchange.getRequestURI().getRawQuery());
        exchange.getResponseHeaders().set("Location", one("redirect_uri") + "?code=the-code&state=" + one("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, List<String>> form =
                URLUtils.parseParameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String basic = Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        boolean fine = ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && one(form, "code").equals("the-code")
                && CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(one(form, "code_verifier")))
                        .getValue()
                        .equals(one("code_challenge"));
        if (fine) {
            json(
                    exchange,
                    200,
                    "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"" + identity() + "\"}");
        } else {
            json(exchange, 400, "{\"error\":\"invalid_grant\"}");
        }
    }

    private String identity() {
        Instant now = Instant.now();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(address().toString())
                .subject(subject)
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .claim("nonce", repeatsNonce ? one("nonce") : "another")
                .build();
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(signing));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String one(String parameter) {
        return one(asked, parameter);
    }

    private static String one(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of("")).get(0);
    }

    private void json(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("one").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

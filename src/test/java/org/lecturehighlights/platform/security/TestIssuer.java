package org.lecturehighlights.platform.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.Key;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** An identity provider of our own with a key pair, its description and its keys over HTTP. */
public final class TestIssuer implements AutoCloseable {
  public static final String AUDIENCE = "lecture-highlights";
  private static final Duration A_WHILE = Duration.ofMinutes(10);

  private final HttpServer server;
  private final AtomicInteger questions = new AtomicInteger();
  private volatile RsaJsonWebKey key = newKey("first");
  private volatile boolean isDown;

  public TestIssuer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    serve(
        "/.well-known/openid-configuration",
        () -> "{\"issuer\": \"%s\", \"jwks_uri\": \"%s/keys\"}".formatted(url(), url()));
    serve("/keys", () -> new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY));
    server.start();
  }

  /** The {@code iss} of its tokens. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** A token that this user would get after signing in. */
  public String token(String user, String... roles) {
    JwtClaims claims = claims(user);
    claims.setStringListClaim("roles", List.of(roles));
    return signed(claims);
  }

  /** What a good token of this user says; tests spoil it as they need. */
  JwtClaims claims(String user) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(url());
    claims.setSubject(user);
    claims.setAudience(AUDIENCE);
    claims.setExpirationTime(in(A_WHILE));
    return claims;
  }

  static NumericDate in(Duration time) {
    return NumericDate.fromSeconds(NumericDate.now().getValue() + time.toSeconds());
  }

  String signed(JwtClaims claims) {
    return signed(
        claims, AlgorithmIdentifiers.RSA_USING_SHA256, key.getKeyId(), key.getPrivateKey());
  }

  static String signed(JwtClaims claims, String algorithm, String keyId, @Nullable Key key) {
    JsonWebSignature token = new JsonWebSignature();
    token.setPayload(claims.toJson());
    token.setAlgorithmHeaderValue(algorithm);
    token.setKeyIdHeaderValue(keyId);
    token.setKey(key);
    token.setDoKeyValidation(false);
    token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    try {
      return token.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  RsaJsonWebKey key() {
    return key;
  }

  /** How often it was asked for its keys. */
  int questions() {
    return questions.get();
  }

  /** From now on it signs with another key and no longer knows the old one. */
  void rotate(String keyId) {
    key = newKey(keyId);
  }

  /** While it is down it answers nothing of use. */
  void setDown(boolean down) {
    isDown = down;
  }

  static RsaJsonWebKey newKey(String keyId) {
    try {
      RsaJsonWebKey fresh = RsaJwkGenerator.generateJwk(2048);
      fresh.setKeyId(keyId);
      return fresh;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private interface Page {
    String text();
  }

  private void serve(String path, Page page) {
    server.createContext(
        path,
        exchange -> {
          if (path.equals("/keys")) {
            questions.incrementAndGet();
          }
          byte[] bytes = page.text().getBytes(UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(isDown ? 500 : 200, bytes.length);
          try (var body = exchange.getResponseBody()) {
            body.write(bytes);
          }
        });
  }
}

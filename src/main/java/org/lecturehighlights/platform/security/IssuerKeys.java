package org.lecturehighlights.platform.security;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.Key;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jose4j.http.Get;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * The public keys of the issuer: found at the first token, kept as long as the issuer says, and
 * asked for again when a token names a key that we do not know, as after a rotation.
 */
@Singleton
class IssuerKeys implements VerificationKeyResolver {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int LARGEST_ANSWER_BYTES = 1 << 20;

  private final SecurityConfig config;
  private final Get get = new Get();

  private volatile @Nullable VerificationKeyResolver found;
  private long nextTryNanos = System.nanoTime();

  IssuerKeys(SecurityConfig config) {
    this.config = config;
    get.setConnectTimeout((int) PATIENCE.toMillis());
    get.setReadTimeout((int) PATIENCE.toMillis());
    get.setRetries(0);
    get.setResponseBodySizeLimit(LARGEST_ANSWER_BYTES);
  }

  /** Fails with an {@link IOException} among its causes where the issuer cannot be reached. */
  @Override
  public Key resolveKey(JsonWebSignature token, List<JsonWebStructure> nesting)
      throws UnresolvableKeyException {
    VerificationKeyResolver keys = found;
    return (keys == null ? find() : keys).resolveKey(token, nesting);
  }

  private synchronized VerificationKeyResolver find() throws UnresolvableKeyException {
    VerificationKeyResolver keys = found;
    if (keys == null) {
      keys = at(config.jwksUrl().isPresent() ? config.jwksUrl().get() : discovered());
      found = keys;
    }
    return keys;
  }

  private VerificationKeyResolver at(String address) {
    HttpsJwks keys = new HttpsJwks(address);
    keys.setSimpleHttpGet(get);
    keys.setDefaultCacheDuration(config.jwksRefresh().toSeconds());
    keys.setRetainCacheOnErrorDuration(config.jwksRefresh().toSeconds());
    keys.setRefreshReprieveThreshold(config.jwksRetry().toMillis());
    HttpsJwksVerificationKeyResolver resolver = new HttpsJwksVerificationKeyResolver(keys);
    resolver.setDisambiguateWithVerifySignature(true);
    return resolver;
  }

  /** What the issuer publishes after OpenID Connect Discovery 1.0, section 4. */
  private String discovered() throws UnresolvableKeyException {
    String issuer = config.issuer().orElseThrow();
    String address = issuer.replaceAll("/+$", "") + "/.well-known/openid-configuration";
    try {
      if (System.nanoTime() - nextTryNanos < 0) {
        throw new IOException("the issuer did not answer a moment ago");
      }
      nextTryNanos = System.nanoTime() + config.jwksRetry().toNanos();
      Map<String, Object> told = JsonUtil.parseJson(get.get(address).getBody());
      if (issuer.equals(told.get("issuer")) && told.get("jwks_uri") instanceof String keys) {
        return keys;
      }
      throw new IOException("this is no description of the issuer " + issuer);
    } catch (IOException | JoseException e) {
      throw new UnresolvableKeyException("No usable answer from " + address, asOurs(e));
    }
  }

  private static IOException asOurs(Exception e) {
    return e instanceof IOException unreachable ? unreachable : new IOException(e);
  }
}

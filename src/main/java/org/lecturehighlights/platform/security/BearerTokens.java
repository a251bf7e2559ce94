package org.lecturehighlights.platform.security;

import static org.jose4j.jwa.AlgorithmConstraints.ConstraintType.PERMIT;
import static org.jose4j.jws.AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256;
import static org.jose4j.jws.AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384;
import static org.jose4j.jws.AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512;
import static org.jose4j.jws.AlgorithmIdentifiers.EDDSA;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_PSS_USING_SHA256;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_PSS_USING_SHA384;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_PSS_USING_SHA512;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_USING_SHA256;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_USING_SHA384;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_USING_SHA512;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** Reads from a token who its holder is; nothing of an invalid token is believed. */
@Singleton
class BearerTokens {
  private static final Logger LOG = Logger.getLogger(BearerTokens.class);

  /** The width of {@code jobs.owner}. */
  private static final int LONGEST_OWNER = 255;

  /** Causes can run in a circle. */
  private static final int DEEPEST_CAUSE = 20;

  private final SecurityConfig config;
  private final JwtConsumer consumer;

  BearerTokens(SecurityConfig config, IssuerKeys keys) {
    this.config = config;
    JwtConsumerBuilder rules =
        new JwtConsumerBuilder()
            // Signatures by a key pair alone: with 'none' and HS256 anybody could sign.
            .setJwsAlgorithmConstraints(
                PERMIT,
                RSA_USING_SHA256,
                RSA_USING_SHA384,
                RSA_USING_SHA512,
                RSA_PSS_USING_SHA256,
                RSA_PSS_USING_SHA384,
                RSA_PSS_USING_SHA512,
                ECDSA_USING_P256_CURVE_AND_SHA256,
                ECDSA_USING_P384_CURVE_AND_SHA384,
                ECDSA_USING_P521_CURVE_AND_SHA512,
                EDDSA)
            .setVerificationKeyResolver(keys)
            .setExpectedIssuer(true, config.issuer().orElse(""))
            .setRequireSubject()
            .setRequireExpirationTime()
            .setAllowedClockSkewInSeconds((int) config.clockSkew().toSeconds());
    config
        .audience()
        .ifPresentOrElse(
            names -> rules.setExpectedAudience(true, names.toArray(String[]::new)),
            rules::setSkipDefaultAudienceValidation);
    this.consumer = rules.build();
  }

  /**
   * May wait for the issuer.
   *
   * @throws Problem {@code TOKEN_INVALID}, or {@code IDENTITY_PROVIDER_UNAVAILABLE} where the
   *     issuer's keys cannot be fetched
   */
  Caller caller(String token) {
    try {
      JwtClaims claims = consumer.processToClaims(token);
      String subject = claims.getSubject();
      if (!canOwn(subject) || !isForUs(claims)) {
        throw invalid("The token is not meant for this server; sign in again.");
      }
      return new Caller(
          subject, RoleClaim.roles(claims, config.rolesClaim()).contains(config.adminRole()));
    } catch (InvalidJwtException e) {
      throw refused(e);
    } catch (MalformedClaimException e) {
      throw invalid("The token cannot be read; sign in again.");
    }
  }

  /** PostgreSQL stores no NUL, and lone surrogates are no text. */
  private static boolean canOwn(String subject) {
    return !subject.isBlank()
        && subject.length() <= LONGEST_OWNER
        && subject
            .codePoints()
            .noneMatch(letter ->
                Character.isISOControl(letter) || Character.getType(letter) == Character.SURROGATE);
  }

  private boolean isForUs(JwtClaims claims) {
    return config.authorizedParties().isEmpty()
        || (claims.getClaimValue("azp") instanceof String party
            && config.authorizedParties().get().contains(party));
  }

  /** The log gets numbers alone, since the sentences hold what the token says. */
  private static Problem refused(InvalidJwtException failure) {
    List<Integer> codes =
        failure.getErrorDetails().stream().map(ErrorCodeValidator.Error::getErrorCode).toList();
    LOG.debugf("A token was refused: jose4j's error codes are %s", codes);
    if (isUnreachable(failure)) {
      LOG.warn("The issuer's keys cannot be fetched, so nobody can sign in");
      return Problem.of(
          ProblemKind.IDENTITY_PROVIDER_UNAVAILABLE,
          "Tokens cannot be checked at the moment; try again later.");
    }
    return invalid(
        failure.hasExpired()
            ? "The token has expired; sign in again."
            : "The token is not valid here; sign in again.");
  }

  private static boolean isUnreachable(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .limit(DEEPEST_CAUSE)
        .anyMatch(IOException.class::isInstance);
  }

  private static Problem invalid(String detail) {
    return Problem.of(ProblemKind.TOKEN_INVALID, detail);
  }
}

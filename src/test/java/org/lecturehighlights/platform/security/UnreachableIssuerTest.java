package org.lecturehighlights.platform.security;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A token by a key that the issuer cannot be asked for is nobody's fault, wherever it is sent. */
@QuarkusTest
@TestProfile(SecuredProfile.class)
class UnreachableIssuerTest {
  @SuppressWarnings("NullAway.Init") // The resource of the profile puts it there.
  TestIssuer issuer;

  @Test
  void every_operation_says_that_tokens_cannot_be_checked() {
    // So that the known keys are there and the unknown one is asked for.
    given().auth().oauth2(issuer.token("alice")).get("/api/v1/jobs").then().statusCode(200);
    String token =
        TestIssuer.signed(
            issuer.claims("alice"),
            AlgorithmIdentifiers.RSA_USING_SHA256,
            "unknown",
            issuer.key().getPrivateKey());
    issuer.setDown(true);
    Victim nobodys = new Victim("job_none", "");
    for (String operation : Recipes.all().keySet()) {
      String[] parts = operation.split(" ", 2);
      given()
          .header("Authorization", "Bearer " + token)
          .request(parts[0], nobodys.fill(parts[1]))
          .then()
          .statusCode(503)
          .contentType("application/problem+json");
    }
  }

  @AfterEach
  void bringItBack() {
    issuer.setDown(false);
  }
}

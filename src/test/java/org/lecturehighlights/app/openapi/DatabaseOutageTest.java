package org.lecturehighlights.app.openapi;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lecturehighlights.service.upload.UploadProfile;

/** Callers are told to try again later if no connection to the database is available. */
@QuarkusTest
@TestProfile(UploadProfile.class)
class DatabaseOutageTest {
  @Inject AgroalDataSource database;

  @ParameterizedTest
  @CsvSource({
    "GET,    /api/v1/jobs",
    "GET,    /api/v1/jobs/job_none",
    "DELETE, /api/v1/jobs/job_none",
    "GET,    /api/v1/clips/clip_none/video",
    "GET,    /api/v1/results/job_none",
    "GET,    /api/v1/webhooks",
  })
  void callers_are_told_to_try_again_later(String method, String path) throws SQLException {
    AgroalConnectionPoolConfiguration pool =
        database.getConfiguration().connectionPoolConfiguration();
    Duration usual = pool.acquisitionTimeout();
    List<Connection> taken = new ArrayList<>();
    try {
      pool.setAcquisitionTimeout(Duration.ofMillis(200));
      for (int i = 0; i < pool.maxSize(); i++) {
        taken.add(database.getConnection());
      }
      given()
          .request(method, path)
          .then()
          .statusCode(503)
          .body("error.code", equalTo("DATABASE_UNAVAILABLE"));
    } finally {
      pool.setAcquisitionTimeout(usual);
      for (Connection connection : taken) {
        connection.close();
      }
    }
    given().get("/api/v1/jobs").then().statusCode(200);
  }
}

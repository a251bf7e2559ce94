package org.lecturehighlights.platform.storage.s3;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.Closeable;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.lecturehighlights.platform.storage.StorageConfig;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * The connection to an S3 server, and the signer of addresses that others may use.
 *
 * @param presigner computes signatures and calls nobody
 */
// The SDK reads answers with the JDK's XML reader, which is looked up by name.
@RegisterForReflection(classNames = "com.sun.xml.internal.stream.XMLInputFactoryImpl")
record S3Clients(S3Client client, S3Presigner presigner) implements Closeable {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** The time between two bytes. Servers take long to put the parts of a large object together. */
  private static final Duration READ = Duration.ofSeconds(60);

  static S3Clients of(StorageConfig.S3 config) {
    AwsCredentialsProvider credentials = credentials(config);
    Region region = Region.of(config.region());
    S3Configuration style =
        S3Configuration.builder()
            .pathStyleAccessEnabled(config.pathStyle())
            // Not all servers other than Amazon's know its own framing of bodies.
            .chunkedEncodingEnabled(false)
            .build();
    var client =
        S3Client.builder()
            .region(region)
            .credentialsProvider(credentials)
            .serviceConfiguration(style)
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .overrideConfiguration(override ->
                override.retryStrategy(RetryMode.STANDARD).addExecutionInterceptor(new EmptyBody()))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(READ));
    var presigner =
        S3Presigner.builder()
            .region(region)
            .credentialsProvider(credentials)
            .serviceConfiguration(style);
    config.endpoint().ifPresent(client::endpointOverride);
    publicEndpoint(config).ifPresent(presigner::endpointOverride);
    return new S3Clients(client.build(), presigner.build());
  }

  private static Optional<URI> publicEndpoint(StorageConfig.S3 config) {
    return config.publicEndpoint().or(config::endpoint);
  }

  private static AwsCredentialsProvider credentials(StorageConfig.S3 config) {
    if (config.accessKey().isPresent() != config.secretKey().isPresent()) {
      throw new IllegalStateException(
          "Set both lecture.storage.s3.access-key and lecture.storage.s3.secret-key, or neither.");
    }
    return config.accessKey().isEmpty()
        ? DefaultCredentialsProvider.create()
        : StaticCredentialsProvider.create(
            AwsBasicCredentials.create(
                config.accessKey().orElseThrow(), config.secretKey().orElseThrow()));
  }

  @Override
  public void close() {
    client.close();
    presigner.close();
  }
}

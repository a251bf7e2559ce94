package org.lecturehighlights.platform.storage.s3;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.TransientApiMetadata;
import org.lecturehighlights.platform.storage.StorageConfig;

/** An S3 server in this process that checks signatures and forgets everything when it is closed. */
public final class S3Server implements AutoCloseable {
  static final String ACCESS_KEY = "lecturer";
  static final String SECRET_KEY = "chalk-and-board";

  private final BlobStoreContext context;
  private final S3Proxy server;

  private S3Server(BlobStoreContext context, S3Proxy server) {
    this.context = context;
    this.server = server;
  }

  /** Starts a server on a free port, without a bucket. */
  public static S3Server start() throws Exception {
    BlobStoreContext context =
        ContextBuilder.newBuilder(new TransientApiMetadata())
            .credentials("-", "-")
            .build(BlobStoreContext.class);
    S3Proxy server =
        S3Proxy.builder()
            .blobStore(context.getBlobStore())
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
            .build();
    server.start();
    return new S3Server(context, server);
  }

  public S3Server withBucket(String bucket) {
    blobs().createContainerInLocation(null, bucket);
    return this;
  }

  BlobStore blobs() {
    return context.getBlobStore();
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  /** The settings of an application that uses a bucket of this server. */
  public Map<String, String> settings(String bucket) {
    return Map.of(
        "lecture.storage.kind",
        "s3",
        "lecture.storage.s3.endpoint",
        endpoint().toString(),
        "lecture.storage.s3.bucket",
        bucket,
        "lecture.storage.s3.access-key",
        ACCESS_KEY,
        "lecture.storage.s3.secret-key",
        SECRET_KEY,
        "lecture.storage.s3.path-style",
        "true");
  }

  StorageConfig.S3 config(String bucket) {
    return new Config(Optional.of(bucket), Optional.of(endpoint()), Optional.of(SECRET_KEY));
  }

  record Config(Optional<String> bucket, Optional<URI> endpoint, Optional<String> secretKey)
      implements StorageConfig.S3 {
    @Override
    public Optional<URI> publicEndpoint() {
      return Optional.empty();
    }

    @Override
    public String region() {
      return "eu-central-1";
    }

    @Override
    public Optional<String> accessKey() {
      return Optional.of(ACCESS_KEY);
    }

    @Override
    public boolean pathStyle() {
      return true;
    }
  }

  @Override
  public void close() throws Exception {
    server.stop();
    context.close();
  }
}

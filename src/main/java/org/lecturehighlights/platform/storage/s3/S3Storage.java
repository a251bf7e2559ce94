package org.lecturehighlights.platform.storage.s3;

import static org.lecturehighlights.platform.storage.s3.S3Calls.attempt;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.storage.ObjectKey;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.platform.storage.StorageConfig;
import org.lecturehighlights.platform.storage.StoredObject;
import software.amazon.awssdk.awscore.presigner.PresignedRequest;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The objects of one bucket, each under its key. Bytes pass through in parts, so that no object is
 * held in memory as a whole.
 */
public final class S3Storage implements ObjectStorage, Closeable {
  private static final Duration PATIENCE_OF_A_CHECK = Duration.ofSeconds(5);

  private final S3Clients clients;
  private final S3Client client;
  private final String bucket;
  private final PartSizes sizes;

  /**
   * @throws IllegalStateException for a configuration without a bucket or with only one of the two
   *     keys
   */
  public S3Storage(StorageConfig.S3 config) {
    this(config, PartSizes.USUAL);
  }

  S3Storage(StorageConfig.S3 config, PartSizes sizes) {
    this.bucket =
        config
            .bucket()
            .orElseThrow(
                () -> new IllegalStateException("Set lecture.storage.s3.bucket, or use a folder."));
    this.clients = S3Clients.of(config);
    this.client = clients.client();
    this.sizes = sizes;
  }

  @Override
  public long put(String key, InputStream bytes, long maxBytes) {
    String name = new ObjectKey(key).value();
    return attempt(() -> {
      try {
        return send(name, bytes, maxBytes);
      } catch (IOException broken) {
        throw S3Calls.unavailable(broken);
      }
    });
  }

  @Override
  public void put(String key, Path file) {
    try {
      try (InputStream bytes = Files.newInputStream(file)) {
        put(key, bytes, Files.size(file));
      }
      Files.delete(file);
    } catch (IOException disk) {
      throw Problem.of(ProblemKind.STORAGE_FAILED, "A file cannot be read; try again later.", disk);
    }
  }

  /**
   * Sends an object that fits into one part in one request, and a larger one part by part through
   * one buffer.
   */
  private long send(String key, InputStream bytes, long maxBytes) throws IOException {
    byte[] part = new byte[(int) Math.min(sizes.sent(), Math.max(maxBytes, 0) + 1)];
    int length = bytes.readNBytes(part, 0, part.length);
    long size = requireAtMost(maxBytes, length);
    if (length < part.length) {
      int sent = length;
      client.putObject(
          request -> request.bucket(bucket).key(key).contentLength((long) sent),
          PartsUpload.body(part, sent));
      return size;
    }
    try (PartsUpload upload = new PartsUpload(client, bucket, key)) {
      while (length > 0) {
        upload.add(part, length);
        length = length < part.length ? 0 : bytes.readNBytes(part, 0, part.length);
        size = requireAtMost(maxBytes, size + length);
      }
      upload.complete();
      return size;
    }
  }

  private static long requireAtMost(long maxBytes, long size) {
    if (size > maxBytes) {
      throw Problem.of(
          ProblemKind.FILE_TOO_LARGE,
          "The file is larger than %d bytes; upload a smaller one.".formatted(maxBytes));
    }
    return size;
  }

  @Override
  public void move(String key, String newKey) {
    String from = new ObjectKey(key).value();
    String to = new ObjectKey(newKey).value();
    attempt(() -> {
      copy(from, to, client.headObject(r -> r.bucket(bucket).key(from)).contentLength());
      return client.deleteObject(request -> request.bucket(bucket).key(from));
    });
  }

  /**
   * Makes the server copy, part by part: S3 copies at most 5 GiB at once, and answers to small
   * parts keep the connection from timing out.
   */
  private void copy(String from, String to, long size) {
    if (size <= sizes.copied()) {
      client.copyObject(request ->
          request
              .sourceBucket(bucket)
              .sourceKey(from)
              .destinationBucket(bucket)
              .destinationKey(to));
      return;
    }
    try (PartsUpload upload = new PartsUpload(client, bucket, to)) {
      for (long done = 0; done < size; done += sizes.copied()) {
        upload.copy(from, done, Math.min(sizes.copied(), size - done));
      }
      upload.complete();
    }
  }

  @Override
  public InputStream open(String key) {
    String name = new ObjectKey(key).value();
    return attempt(() -> new ObjectBytes(client.getObject(r -> r.bucket(bucket).key(name))));
  }

  @Override
  public InputStream openRange(String key, long from, long length) {
    String name = new ObjectKey(key).value();
    if (from < 0 || length < 0) {
      throw Problem.of(ProblemKind.RANGE_NOT_SATISFIABLE, "Ask for a range inside the file.");
    }
    if (length == 0) {
      return InputStream.nullInputStream();
    }
    String range = "bytes=%d-%d".formatted(from, Math.addExact(from, length - 1));
    return attempt(
        () -> new ObjectBytes(client.getObject(r -> r.bucket(bucket).key(name).range(range))));
  }

  @Override
  public Optional<StoredObject> find(String key) {
    String name = new ObjectKey(key).value();
    return attempt(() -> {
      try {
        HeadObjectResponse head = client.headObject(request -> request.bucket(bucket).key(name));
        return Optional.of(new StoredObject(head.contentLength(), head.lastModified()));
      } catch (S3Exception answer) {
        if (S3Calls.isMissing(answer)) {
          return Optional.empty();
        }
        throw answer;
      }
    });
  }

  @Override
  public Path fetch(String key, Path workDirectory) {
    Path target = new ObjectKey(key).in(workDirectory.resolve("fetched"));
    if (!Files.exists(target)) {
      StoredObject object = find(key).orElseThrow(S3Calls::gone);
      try (InputStream bytes = open(key)) {
        LocalCopy.write(bytes, object.size(), target);
      } catch (IOException broken) {
        throw S3Calls.unavailable(broken);
      }
    }
    return target;
  }

  /** One by one: not every server can delete many objects at once, and a job has few. */
  @Override
  public void deletePrefix(String prefix) {
    for (String key : list(prefix)) {
      attempt(() -> client.deleteObject(request -> request.bucket(bucket).key(key)));
    }
  }

  @Override
  public List<String> list(String prefix) {
    String whole = ObjectKey.ofPrefix(prefix).value();
    return attempt(() -> {
      Stream<String> below =
          client
              .listObjectsV2Paginator(r -> r.bucket(bucket).prefix(whole + "/"))
              .contents()
              .stream()
              .map(S3Object::key);
      return Stream.concat(find(whole).stream().map(found -> whole), below).sorted().toList();
    });
  }

  /** A bucket does not say how much space it has left. */
  @Override
  public long usableSpace() {
    return Long.MAX_VALUE;
  }

  @Override
  public void requireUsable() {
    attempt(() ->
        client.headBucket(request ->
            request
                .bucket(bucket)
                .overrideConfiguration(o -> o.apiCallTimeout(PATIENCE_OF_A_CHECK))));
  }

  @Override
  public Optional<URI> addressToRead(String key, String contentType, Duration valid) {
    String name = new ObjectKey(key).value();
    return Optional.of(
        attempt(() ->
            address(
                clients
                    .presigner()
                    .presignGetObject(presign ->
                        presign
                            .signatureDuration(valid)
                            .getObjectRequest(request ->
                                request
                                    .bucket(bucket)
                                    .key(name)
                                    .responseContentType(contentType))))));
  }

  @Override
  public Optional<URI> addressToWrite(String key, String contentType, long size, Duration valid) {
    String name = new ObjectKey(key).value();
    return Optional.of(
        attempt(() ->
            address(
                clients
                    .presigner()
                    .presignPutObject(presign ->
                        presign
                            .signatureDuration(valid)
                            .putObjectRequest(request ->
                                request
                                    .bucket(bucket)
                                    .key(name)
                                    .contentType(contentType)
                                    .contentLength(size))))));
  }

  private static URI address(PresignedRequest signed) {
    return URI.create(signed.url().toExternalForm());
  }

  @Override
  public void close() {
    clients.close();
  }
}

package org.lecturehighlights.platform.storage.s3;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * An object that is sent in parts and appears when it is completed. If it is closed before, it
 * leaves nothing behind. What a killed process has begun must be removed by a lifecycle rule of the
 * bucket.
 */
final class PartsUpload implements Closeable {
  private static final Logger LOG = Logger.getLogger(PartsUpload.class);

  private final S3Client client;
  private final String bucket;
  private final String key;
  private final String uploadId;
  private final List<CompletedPart> parts = new ArrayList<>();
  private boolean completed;

  PartsUpload(S3Client client, String bucket, String key) {
    this.client = client;
    this.bucket = bucket;
    this.key = key;
    this.uploadId =
        client.createMultipartUpload(request -> request.bucket(bucket).key(key)).uploadId();
  }

  /**
   * Sends the next part.
   *
   * @param length at least 5 MiB, except for the last part; a rule of S3
   */
  void add(byte[] bytes, int length) {
    int number = parts.size() + 1;
    String tag =
        client
            .uploadPart(
                request ->
                    request
                        .bucket(bucket)
                        .key(key)
                        .uploadId(uploadId)
                        .partNumber(number)
                        .contentLength((long) length),
                body(bytes, length))
            .eTag();
    parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
  }

  /** Makes the server copy the next part from another object of the bucket. */
  void copy(String sourceKey, long from, long length) {
    int number = parts.size() + 1;
    String tag =
        client
            .uploadPartCopy(request ->
                request
                    .sourceBucket(bucket)
                    .sourceKey(sourceKey)
                    .copySourceRange("bytes=%d-%d".formatted(from, from + length - 1))
                    .destinationBucket(bucket)
                    .destinationKey(key)
                    .uploadId(uploadId)
                    .partNumber(number))
            .copyPartResult()
            .eTag();
    parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
  }

  void complete() {
    client.completeMultipartUpload(request ->
        request
            .bucket(bucket)
            .key(key)
            .uploadId(uploadId)
            .multipartUpload(all -> all.parts(parts)));
    completed = true;
  }

  /** Bytes that can be read again for another attempt without copying them. */
  static RequestBody body(byte[] bytes, int length) {
    return RequestBody.fromContentProvider(
        () -> new ByteArrayInputStream(bytes, 0, length), length, "application/octet-stream");
  }

  @Override
  public void close() {
    if (completed) {
      return;
    }
    boolean interrupted = Thread.interrupted();
    try {
      client.abortMultipartUpload(request -> request.bucket(bucket).key(key).uploadId(uploadId));
    } catch (SdkException stillThere) {
      LOG.warnf(stillThere, "the parts of %s could not be removed", key);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

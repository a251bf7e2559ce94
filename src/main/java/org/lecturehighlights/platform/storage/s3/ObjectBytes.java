package org.lecturehighlights.platform.storage.s3;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * The bytes of an answer, as many as it promises: a connection that ends earlier is an error, not
 * the end of the object. Closing before the end closes the connection and does not wait for the
 * rest.
 */
final class ObjectBytes extends FilterInputStream {
  private final ResponseInputStream<GetObjectResponse> answer;
  private long left;

  ObjectBytes(ResponseInputStream<GetObjectResponse> answer) {
    super(answer);
    this.answer = answer;
    this.left = answer.response().contentLength();
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? -1 : 1);
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(read);
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = super.skip(count);
    left -= skipped;
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(int read) throws EOFException {
    if (read < 0 && left > 0) {
      throw new EOFException("the storage's answer ended " + left + " bytes too early");
    }
    left -= Math.max(read, 0);
  }

  @Override
  public void close() throws IOException {
    if (left > 0) {
      answer.abort();
    } else {
      super.close();
    }
  }
}

package org.lecturehighlights.storage.s3;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignRequest;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignedRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Replaces, in a native image alone, the signer for addresses of several regions at once. It needs
 * a library in C that we do not ship, and an image does not link with classes missing.
 */
@TargetClass(
    className =
        "software.amazon.awssdk.http.auth.aws.crt.internal.signer.DefaultAwsCrtV4aHttpSigner")
final class NoMultiRegionSigning {
  @Substitute
  public SignedRequest sign(SignRequest<? extends AwsCredentialsIdentity> request) {
    throw new UnsupportedOperationException("Access points of several regions are not supported");
  }

  @Substitute
  public CompletableFuture<AsyncSignedRequest> signAsync(
      AsyncSignRequest<? extends AwsCredentialsIdentity> request) {
    throw new UnsupportedOperationException("Access points of several regions are not supported");
  }
}

package org.lecturehighlights.platform.storage.s3;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Announces no body that has no bytes. The SDK asks with {@code Expect: 100-continue} whether it
 * may send any body; where there is nothing to wait for, servers send the 100 and their answer in
 * one piece, of which the JDK's client throws away what it has read behind the 100, and waits for
 * an answer that came long ago.
 */
final class EmptyBody implements ExecutionInterceptor {
  @Override
  public SdkHttpRequest modifyHttpRequest(
      Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
    SdkHttpRequest request = context.httpRequest();
    return request.firstMatchingHeader("Content-Length").filter("0"::equals).isPresent()
        ? request.copy(builder -> builder.removeHeader("Expect"))
        : request;
  }
}

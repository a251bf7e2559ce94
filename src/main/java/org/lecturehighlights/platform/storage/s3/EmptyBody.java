package org.lecturehighlights.platform.storage.s3;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Does not announce a body without bytes. The SDK asks with {@code Expect: 100-continue} before it
 * sends any body. Servers that have no body to wait for send the 100 and their answer in one piece;
 * the JDK's client throws away what it has read after the 100 and then waits for an answer that has
 * already come.
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

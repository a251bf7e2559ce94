/** The Kubernetes manifests, read strictly and checked against each other and the application. */
@NullMarked
package org.lecturehighlights.shipping.kubernetes;

import org.jspecify.annotations.NullMarked;

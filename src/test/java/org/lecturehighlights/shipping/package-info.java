/**
 * How the application ships: its manifests and settings, checked against the application itself and
 * against what Kubernetes takes.
 */
@NullMarked
package org.lecturehighlights.shipping;

import org.jspecify.annotations.NullMarked;

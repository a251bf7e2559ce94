/** Holds what the application answers against its OpenAPI document. */
@NullMarked
package org.lecturehighlights.contract;

import org.jspecify.annotations.NullMarked;

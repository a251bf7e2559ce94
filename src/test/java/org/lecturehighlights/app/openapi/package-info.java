/** Holds what the application answers against its OpenAPI document. */
@NullMarked
package org.lecturehighlights.app.openapi;

import org.jspecify.annotations.NullMarked;

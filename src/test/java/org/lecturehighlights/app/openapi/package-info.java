/** Compares the application's answers with its OpenAPI document. */
@NullMarked
package org.lecturehighlights.app.openapi;

import org.jspecify.annotations.NullMarked;

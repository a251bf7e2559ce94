/**
 * What the OpenAPI document says about all operations alike, added when the application is built:
 * names, problems, headers, examples, and which members may be null.
 */
@NullMarked
package org.lecturehighlights.app.openapi;

import org.jspecify.annotations.NullMarked;

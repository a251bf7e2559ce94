/**
 * What the OpenAPI document says of all operations alike, added when the application is built:
 * names, problems, headers, examples, and which members may be null. Imports {@code problem}.
 */
@NullMarked
package org.lecturehighlights.contract;

import org.jspecify.annotations.NullMarked;

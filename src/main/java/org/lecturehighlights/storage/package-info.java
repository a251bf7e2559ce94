/**
 * Bytes by key, in a folder, and the scratch directories of work in progress. Imports {@code
 * problem}.
 */
@NullMarked
package org.lecturehighlights.storage;

import org.jspecify.annotations.NullMarked;
